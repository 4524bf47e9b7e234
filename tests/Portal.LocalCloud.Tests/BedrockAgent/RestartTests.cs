// A member that is unexpectedly null fails a test as well as an assertion would.
#nullable disable warnings
using Amazon.BedrockAgent;
using Amazon.BedrockAgent.Model;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Portal.Testing;
using Xunit;

namespace Portal.LocalCloud.Tests.BedrockAgent;

public sealed class RestartTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Restart_DuringAJob_TakesItUpAndLosesNothing()
    {
        var (database, folder) = (await TestServer.NewDatabaseAsync("restart"), TestServer.NewFolder("restart"));
        string knowledgeBaseId, dataSourceId, jobId;
        using (var first = await StartAsync(database, folder))
        {
            var clients = Clients(first);
            await clients.S3.PutBucketAsync("restart-bucket", Token);
            for (var count = 0; count < 60; count++) await clients.S3.PutObjectAsync(new Amazon.S3.Model.PutObjectRequest { BucketName = "restart-bucket", Key = $"{count}.txt", ContentBody = $"Document {count}." }, Token);
            knowledgeBaseId = (await clients.BedrockAgent.CreateKnowledgeBaseAsync(KnowledgeBaseBench.NewKnowledgeBase(), Token)).KnowledgeBase.KnowledgeBaseId;
            await Eventually.HoldsAsync(async () => (await clients.BedrockAgent.GetKnowledgeBaseAsync(new GetKnowledgeBaseRequest { KnowledgeBaseId = knowledgeBaseId }, Token)).KnowledgeBase.Status, status => status == KnowledgeBaseStatus.ACTIVE, "ACTIVE", Token);
            dataSourceId = (await clients.BedrockAgent.CreateDataSourceAsync(
                new CreateDataSourceRequest
                {
                    KnowledgeBaseId = knowledgeBaseId,
                    Name = "all",
                    DataSourceConfiguration = new DataSourceConfiguration { Type = DataSourceType.S3, S3Configuration = new S3DataSourceConfiguration { BucketArn = "arn:aws:s3:::restart-bucket" } },
                },
                Token)).DataSource.DataSourceId;
            jobId = (await clients.BedrockAgent.StartIngestionJobAsync(new StartIngestionJobRequest { KnowledgeBaseId = knowledgeBaseId, DataSourceId = dataSourceId }, Token)).IngestionJob.IngestionJobId;
            await first.StopAsync(Token);
        }

        Assert.Contains(await StatusAsync(database, jobId), (string[])["STARTING", "IN_PROGRESS"]);
        using var second = await StartAsync(database, folder);
        var again = Clients(second);
        var job = await Eventually.HoldsAsync(
            async () => (await again.BedrockAgent.GetIngestionJobAsync(new GetIngestionJobRequest { KnowledgeBaseId = knowledgeBaseId, DataSourceId = dataSourceId, IngestionJobId = jobId }, Token)).IngestionJob,
            ended => ended.Status == IngestionJobStatus.COMPLETE, "the job is COMPLETE", Token);
        Assert.Equal(60L, job.Statistics.NumberOfDocumentsScanned);
        var documents = (await again.BedrockAgent.ListKnowledgeBaseDocumentsAsync(new ListKnowledgeBaseDocumentsRequest { KnowledgeBaseId = knowledgeBaseId, DataSourceId = dataSourceId, MaxResults = 100 }, Token)).DocumentDetails;
        Assert.Equal(60, documents.Count(document => document.Status == DocumentStatus.INDEXED));
        await second.StopAsync(Token);
    }

    private static async Task<string> StatusAsync(string database, string jobId)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("SELECT status FROM ingestion_job WHERE id = $1");
        command.Parameters.Add(new() { Value = jobId });
        return (string)await command.ExecuteScalarAsync(Token);
    }

    private static Portal.Aws.AwsScope Clients(IHost host) =>
        new Portal.Aws.AwsClients(new Portal.Aws.AwsOptions { LocalCloudUrl = host.Services.GetRequiredService<LocalCloudHost>().Url }, new Portal.Aws.AwsPacer(TimeProvider.System))
            .For(new Portal.Aws.AwsConnection { Label = "LocalCloud", AccountId = "000000000000", Region = "us-east-1" });

    private static async Task<IHost> StartAsync(string database, string folder)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["LocalCloud:Url"] = "http://127.0.0.1:0",
            ["LocalCloud:ConnectionString"] = database,
            ["LocalCloud:DataDirectory"] = folder,
            ["LocalCloud:KnowledgeBaseSeconds"] = "0",
        });
        builder.Services.AddLocalCloud(builder.Configuration);
        var host = builder.Build();
        await host.StartAsync(Token);
        return host;
    }
}
