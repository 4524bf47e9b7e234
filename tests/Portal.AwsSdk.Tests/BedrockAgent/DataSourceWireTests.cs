using System.Text;
using Amazon.BedrockAgent;
using Amazon.BedrockAgent.Model;
using Xunit;

namespace Portal.AwsSdk.Tests.BedrockAgent;

public sealed class DataSourceWireTests : WireTest
{
    [Fact]
    public async Task CreateDataSource_S3WithChunking_WritesTheExactBody()
    {
        Server.Answer("""{"dataSource":{"dataSourceId":"DS12345678","status":"AVAILABLE"}}""");
        using var client = Agent();

        var response = await client.CreateDataSourceAsync(new CreateDataSourceRequest
        {
            KnowledgeBaseId = "KB12345678",
            ClientToken = "00000000-0000-0000-0000-000000000001",
            Name = "alpha",
            DataSourceConfiguration = new DataSourceConfiguration
            {
                Type = DataSourceType.S3,
                S3Configuration = new S3DataSourceConfiguration
                {
                    BucketArn = "arn:aws:s3:::docs",
                    InclusionPrefixes = ["customer-data/alpha/"],
                    BucketOwnerAccountId = "000000000000",
                },
            },
            DataDeletionPolicy = DataDeletionPolicy.RETAIN,
            VectorIngestionConfiguration = new VectorIngestionConfiguration
            {
                ChunkingConfiguration = new ChunkingConfiguration
                {
                    ChunkingStrategy = ChunkingStrategy.HIERARCHICAL,
                    HierarchicalChunkingConfiguration = new HierarchicalChunkingConfiguration
                    {
                        LevelConfigurations = [new() { MaxTokens = 1500 }, new() { MaxTokens = 300 }],
                        OverlapTokens = 60,
                    },
                },
            },
        }, Token);

        Sent("PUT", "/knowledgebases/KB12345678/datasources/", """{"clientToken":"00000000-0000-0000-0000-000000000001","name":"alpha","dataSourceConfiguration":{"type":"S3","s3Configuration":{"bucketArn":"arn:aws:s3:::docs","inclusionPrefixes":["customer-data/alpha/"],"bucketOwnerAccountId":"000000000000"}},"dataDeletionPolicy":"RETAIN","vectorIngestionConfiguration":{"chunkingConfiguration":{"chunkingStrategy":"HIERARCHICAL","hierarchicalChunkingConfiguration":{"levelConfigurations":[{"maxTokens":1500},{"maxTokens":300}],"overlapTokens":60}}}}""");
        Assert.Equal(DataSourceStatus.AVAILABLE, response.DataSource.Status);
    }

    [Fact]
    public async Task StartIngestionJob_TokenNotSet_SendsANewUuidAndLeavesTheRequestAlone()
    {
        Server.Answer("""{"ingestionJob":{"ingestionJobId":"JOB1234567","status":"STARTING"}}""", 202);
        using var client = Agent();
        var request = new StartIngestionJobRequest { KnowledgeBaseId = "KB12345678", DataSourceId = "DS12345678" };

        await client.StartIngestionJobAsync(request, Token);

        Assert.Equal("PUT", Server.Single.Method);
        Assert.Equal("/knowledgebases/KB12345678/datasources/DS12345678/ingestionjobs/", Server.Single.Target);
        Assert.Matches("^{\"clientToken\":\"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\"}$", Server.Single.Text);
        Assert.Null(request.ClientToken);
    }

    [Fact]
    public async Task StopIngestionJob_LabelsOnly_PostsWithoutBody()
    {
        Server.Answer("""{"ingestionJob":{"ingestionJobId":"JOB1234567","status":"STOPPING"}}""", 202);
        using var client = Agent();

        await client.StopIngestionJobAsync(new StopIngestionJobRequest { KnowledgeBaseId = "KB", DataSourceId = "DS", IngestionJobId = "JOB" }, Token);

        Sent("POST", "/knowledgebases/KB/datasources/DS/ingestionjobs/JOB/stop", body: null);
    }

    [Fact]
    public async Task GetIngestionJob_Statistics_AreReadAsLongs()
    {
        Server.Answer("""{"ingestionJob":{"status":"COMPLETE","statistics":{"numberOfDocumentsScanned":5000000000,"numberOfDocumentsFailed":0},"failureReasons":["a","b"]}}""");
        using var client = Agent();

        var job = (await client.GetIngestionJobAsync(new GetIngestionJobRequest { KnowledgeBaseId = "KB", DataSourceId = "DS", IngestionJobId = "JOB" }, Token)).IngestionJob;

        Sent("GET", "/knowledgebases/KB/datasources/DS/ingestionjobs/JOB", body: null);
        Assert.Equal(5_000_000_000, job.Statistics!.NumberOfDocumentsScanned);
        Assert.Equal(0, job.Statistics.NumberOfDocumentsFailed);
        Assert.Null(job.Statistics.NumberOfDocumentsSkipped);
        Assert.Equal(["a", "b"], job.FailureReasons);
    }

    [Fact]
    public async Task ListIngestionJobs_FilterAndOrder_AreInTheBody()
    {
        Server.Answer("{}");
        using var client = Agent();

        await client.ListIngestionJobsAsync(new ListIngestionJobsRequest
        {
            KnowledgeBaseId = "KB",
            DataSourceId = "DS",
            Filters = [new() { Attribute = IngestionJobFilterAttribute.STATUS, Operator = IngestionJobFilterOperator.EQ, Values = ["FAILED"] }],
            SortBy = new IngestionJobSortBy { Attribute = IngestionJobSortByAttribute.STARTED_AT, Order = SortOrder.DESCENDING },
            MaxResults = 10,
        }, Token);

        Sent("POST", "/knowledgebases/KB/datasources/DS/ingestionjobs/", """{"filters":[{"attribute":"STATUS","operator":"EQ","values":["FAILED"]}],"sortBy":{"attribute":"STARTED_AT","order":"DESCENDING"},"maxResults":10}""");
    }

    [Fact]
    public async Task IngestKnowledgeBaseDocuments_BytesAndMetadata_WritesTheExactBody()
    {
        Server.Answer("""{"documentDetails":[{"status":"STARTING","identifier":{"dataSourceType":"CUSTOM","custom":{"id":"doc-1"}}}]}""", 202);
        using var client = Agent();

        var response = await client.IngestKnowledgeBaseDocumentsAsync(new IngestKnowledgeBaseDocumentsRequest
        {
            KnowledgeBaseId = "KB",
            DataSourceId = "DS",
            ClientToken = "t",
            Documents =
            [
                new()
                {
                    Metadata = new DocumentMetadata
                    {
                        Type = MetadataSourceType.IN_LINE_ATTRIBUTE,
                        InlineAttributes =
                        [
                            new() { Key = "customer", Value = new() { Type = MetadataValueType.STRING, StringValue = "alpha" } },
                            new() { Key = "year", Value = new() { Type = MetadataValueType.NUMBER, NumberValue = 2026 } },
                            new() { Key = "open", Value = new() { Type = MetadataValueType.BOOLEAN, BooleanValue = false } },
                        ],
                    },
                    Content = new DocumentContent
                    {
                        DataSourceType = ContentDataSourceType.CUSTOM,
                        Custom = new CustomContent
                        {
                            CustomDocumentIdentifier = new CustomDocumentIdentifier { Id = "doc-1" },
                            SourceType = CustomSourceType.IN_LINE,
                            InlineContent = new InlineContent
                            {
                                Type = InlineContentType.BYTE,
                                ByteContent = new ByteContentDoc { MimeType = "text/plain", Data = new MemoryStream(Encoding.UTF8.GetBytes("hello")) },
                            },
                        },
                    },
                },
            ],
        }, Token);

        Sent("PUT", "/knowledgebases/KB/datasources/DS/documents", """{"clientToken":"t","documents":[{"metadata":{"type":"IN_LINE_ATTRIBUTE","inlineAttributes":[{"key":"customer","value":{"type":"STRING","stringValue":"alpha"}},{"key":"year","value":{"type":"NUMBER","numberValue":2026}},{"key":"open","value":{"type":"BOOLEAN","booleanValue":false}}]},"content":{"dataSourceType":"CUSTOM","custom":{"customDocumentIdentifier":{"id":"doc-1"},"sourceType":"IN_LINE","inlineContent":{"type":"BYTE","byteContent":{"mimeType":"text/plain","data":"aGVsbG8="}}}}}]}""");
        Assert.Equal("doc-1", response.DocumentDetails![0].Identifier.Custom!.Id);
    }
}
