// A member that is unexpectedly null fails a test as well as an assertion would.
#nullable disable warnings
using System.Net;
using Amazon.BedrockAgent;
using Amazon.BedrockAgent.Model;
using Portal.Testing;
using Xunit;
using static Portal.LocalCloud.Tests.BedrockAgent.KnowledgeBaseBench;

namespace Portal.LocalCloud.Tests.BedrockAgent;

public sealed class KnowledgeBaseTests(LocalCloudFixture cloud) : IClassFixture<LocalCloudFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IAmazonBedrockAgent Agent => cloud.Clients.BedrockAgent;

    public static TheoryData<string, StorageConfiguration> AllStores => new()
    {
        { "OPENSEARCH_SERVERLESS", Stores.OpenSearchServerless },
        { "RDS", Stores.Aurora },
        { "S3_VECTORS", Stores.S3Vectors },
        {
            "OPENSEARCH_MANAGED_CLUSTER", new StorageConfiguration
            {
                Type = KnowledgeBaseStorageType.OPENSEARCH_MANAGED_CLUSTER,
                OpensearchManagedClusterConfiguration = new OpenSearchManagedClusterConfiguration
                {
                    DomainEndpoint = "https://search.example.com", DomainArn = "arn:aws:es:us-east-1:000000000000:domain/search", VectorIndexName = "documents",
                    FieldMapping = new OpenSearchManagedClusterFieldMapping { VectorField = "v", TextField = "t", MetadataField = "m" },
                },
            }
        },
        {
            "PINECONE", new StorageConfiguration
            {
                Type = KnowledgeBaseStorageType.PINECONE,
                PineconeConfiguration = new PineconeConfiguration
                {
                    ConnectionString = "https://index.pinecone.io", CredentialsSecretArn = "arn:aws:secretsmanager:us-east-1:000000000000:secret:pinecone",
                    FieldMapping = new PineconeFieldMapping { TextField = "t", MetadataField = "m" },
                },
            }
        },
        {
            "REDIS_ENTERPRISE_CLOUD", new StorageConfiguration
            {
                Type = KnowledgeBaseStorageType.REDIS_ENTERPRISE_CLOUD,
                RedisEnterpriseCloudConfiguration = new RedisEnterpriseCloudConfiguration
                {
                    Endpoint = "redis:1", VectorIndexName = "i", CredentialsSecretArn = "arn:aws:secretsmanager:us-east-1:000000000000:secret:redis",
                    FieldMapping = new RedisEnterpriseCloudFieldMapping { VectorField = "v", TextField = "t", MetadataField = "m" },
                },
            }
        },
        {
            "MONGO_DB_ATLAS", new StorageConfiguration
            {
                Type = KnowledgeBaseStorageType.MONGO_DB_ATLAS,
                MongoDbAtlasConfiguration = new MongoDbAtlasConfiguration
                {
                    Endpoint = "cluster.mongodb.net", DatabaseName = "d", CollectionName = "c", VectorIndexName = "i", CredentialsSecretArn = "arn:aws:secretsmanager:us-east-1:000000000000:secret:mongo",
                    FieldMapping = new MongoDbAtlasFieldMapping { VectorField = "v", TextField = "t", MetadataField = "m" },
                },
            }
        },
        {
            "NEPTUNE_ANALYTICS", new StorageConfiguration
            {
                Type = KnowledgeBaseStorageType.NEPTUNE_ANALYTICS,
                NeptuneAnalyticsConfiguration = new NeptuneAnalyticsConfiguration
                {
                    GraphArn = "arn:aws:neptune-graph:us-east-1:000000000000:graph/g-abcdefghij", FieldMapping = new NeptuneAnalyticsFieldMapping { TextField = "t", MetadataField = "m" },
                },
            }
        },
    };

    [Theory]
    [MemberData(nameof(AllStores), DisableDiscoveryEnumeration = true)]
    public async Task Create_EachStore_IsKeptAsItWasSent(string type, StorageConfiguration storage)
    {
        var created = await Agent.CreateKnowledgeBaseAsync(NewKnowledgeBase(storage), Token);
        Assert.Equal(HttpStatusCode.Accepted, created.HttpStatusCode);
        Assert.Matches("^[0-9a-zA-Z]{10}$", created.KnowledgeBase.KnowledgeBaseId);
        Assert.Equal($"arn:aws:bedrock:us-east-1:000000000000:knowledge-base/{created.KnowledgeBase.KnowledgeBaseId}", created.KnowledgeBase.KnowledgeBaseArn);
        var got = (await Agent.GetKnowledgeBaseAsync(new GetKnowledgeBaseRequest { KnowledgeBaseId = created.KnowledgeBase.KnowledgeBaseId }, Token)).KnowledgeBase;
        Assert.Equal(type, got.StorageConfiguration.Type.Value);
        Assert.Equal(EmbeddingModelArn, got.KnowledgeBaseConfiguration.VectorKnowledgeBaseConfiguration.EmbeddingModelArn);
    }

    [Fact]
    public async Task Create_InvalidInput_IsRefusedInAwsWords()
    {
        async Task Refused(Action<CreateKnowledgeBaseRequest> spoil, string reason)
        {
            var request = NewKnowledgeBase();
            spoil(request);
            var error = await Assert.ThrowsAsync<ValidationException>(() => Agent.CreateKnowledgeBaseAsync(request, Token));
            Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        }

        await Refused(request => request.Name = "bad name!", "at 'name' failed to satisfy constraint");
        await Refused(request => request.RoleArn = "arn:aws:s3:::x", "at 'roleArn' failed to satisfy constraint");
        await Refused(request => request.StorageConfiguration = null, "storageConfiguration is required");
        await Refused(request => request.StorageConfiguration.RdsConfiguration = Stores.Aurora.RdsConfiguration, "rdsConfiguration does not fit");
        await Refused(request => request.StorageConfiguration.OpensearchServerlessConfiguration = null, "opensearchServerlessConfiguration is required");
        await Refused(request => request.StorageConfiguration.OpensearchServerlessConfiguration.CollectionArn = "arn:aws:aoss:x", "collectionArn");
        await Refused(request => request.StorageConfiguration = new StorageConfiguration { Type = KnowledgeBaseStorageType.S3_VECTORS, S3VectorsConfiguration = new S3VectorsConfiguration { IndexName = "abc" } }, "either indexArn, or vectorBucketArn and indexName");
        await Refused(request => request.KnowledgeBaseConfiguration.VectorKnowledgeBaseConfiguration.EmbeddingModelArn = "arn:aws:bedrock:us-east-1::foundation-model/nobody.model-v1", "The provided model identifier is invalid.");
        await Refused(request => request.Tags = new Dictionary<string, string> { ["a"] = "bad\u0001" }, "tags");
    }

    [Fact]
    public async Task Create_SameNameOrToken_ConflictsOrGivesTheSame()
    {
        var request = NewKnowledgeBase();
        request.ClientToken = Guid.NewGuid().ToString();
        var first = (await Agent.CreateKnowledgeBaseAsync(request, Token)).KnowledgeBase.KnowledgeBaseId;
        Assert.Equal(first, (await Agent.CreateKnowledgeBaseAsync(request, Token)).KnowledgeBase.KnowledgeBaseId);
        request.ClientToken = Guid.NewGuid().ToString();
        var error = await Assert.ThrowsAsync<ConflictException>(() => Agent.CreateKnowledgeBaseAsync(request, Token));
        Assert.Equal(HttpStatusCode.Conflict, error.StatusCode);
    }

    [Fact]
    public async Task Update_NameAndRole_ChangeButConfigurationMayNot()
    {
        var bench = await NewAsync(cloud, token: Token);
        var original = NewKnowledgeBase();
        var update = new UpdateKnowledgeBaseRequest
        {
            KnowledgeBaseId = bench.KnowledgeBaseId,
            Name = $"renamed-{Guid.NewGuid():N}",
            RoleArn = RoleArn + "2",
            Description = "new",
            KnowledgeBaseConfiguration = original.KnowledgeBaseConfiguration,
            StorageConfiguration = original.StorageConfiguration,
        };
        Assert.Equal("new", (await Agent.UpdateKnowledgeBaseAsync(update, Token)).KnowledgeBase.Description);
        await bench.ActiveAsync();
        update.StorageConfiguration = Stores.Aurora;
        Assert.Contains("storageConfiguration can not be changed", (await Assert.ThrowsAsync<ValidationException>(() => Agent.UpdateKnowledgeBaseAsync(update, Token))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_KnowledgeBase_IsGoneAndUnknownOnesAreNotFound()
    {
        var bench = await NewAsync(cloud, token: Token);
        var request = new DeleteKnowledgeBaseRequest { KnowledgeBaseId = bench.KnowledgeBaseId };
        Assert.Equal("DELETING", (await Agent.DeleteKnowledgeBaseAsync(request, Token)).Status.Value);
        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(() => Agent.GetKnowledgeBaseAsync(new GetKnowledgeBaseRequest { KnowledgeBaseId = bench.KnowledgeBaseId }, Token));
        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Agent.DeleteKnowledgeBaseAsync(request, Token));
        await Assert.ThrowsAsync<ValidationException>(() => Agent.GetKnowledgeBaseAsync(new GetKnowledgeBaseRequest { KnowledgeBaseId = "short" }, Token));
    }

    [Fact]
    public async Task List_Pages_GiveEachKnowledgeBaseOnce()
    {
        for (var count = 0; count < 3; count++) await Agent.CreateKnowledgeBaseAsync(NewKnowledgeBase(), Token);
        var seen = new List<string>();
        string next = null;
        do
        {
            var page = await Agent.ListKnowledgeBasesAsync(new ListKnowledgeBasesRequest { MaxResults = 2, NextToken = next }, Token);
            seen.AddRange(page.KnowledgeBaseSummaries.Select(item => item.KnowledgeBaseId));
            next = page.NextToken;
        }
        while (next is not null);

        Assert.True(seen.Count >= 3);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        await Assert.ThrowsAsync<ValidationException>(() => Agent.ListKnowledgeBasesAsync(new ListKnowledgeBasesRequest { NextToken = "nonsense" }, Token));
    }

    [Fact]
    public async Task Tags_AddRemoveList_WorkOnTheArn()
    {
        var request = NewKnowledgeBase();
        request.Tags = new Dictionary<string, string> { ["team"] = "a" };
        var arn = (await Agent.CreateKnowledgeBaseAsync(request, Token)).KnowledgeBase.KnowledgeBaseArn;
        await Agent.TagResourceAsync(new TagResourceRequest { ResourceArn = arn, Tags = new Dictionary<string, string> { ["cost"] = "1", ["team"] = "b" } }, Token);
        await Agent.UntagResourceAsync(new UntagResourceRequest { ResourceArn = arn, TagKeys = ["cost"] }, Token);
        var tags = (await Agent.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceArn = arn }, Token)).Tags;
        Assert.Equal([new KeyValuePair<string, string>("team", "b")], tags);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Agent.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceArn = arn[..^10] + "ABCDEFGHIJ" }, Token));
    }

    [Fact]
    public async Task DataSources_SixthOrBadOnes_AreRefused()
    {
        var bench = await NewAsync(cloud, token: Token);
        for (var count = 2; count <= 5; count++) await bench.AddDataSourceAsync($"source-{count}", $"p{count}/");
        var error = await Assert.ThrowsAsync<ServiceQuotaExceededException>(() => bench.AddDataSourceAsync("source-6", "p6/"));
        Assert.Equal(HttpStatusCode.PaymentRequired, error.StatusCode);
        Assert.Equal(5, (await Agent.ListDataSourcesAsync(new ListDataSourcesRequest { KnowledgeBaseId = bench.KnowledgeBaseId }, Token)).DataSourceSummaries.Count);
        var other = await NewAsync(cloud, token: Token);
        await Assert.ThrowsAsync<ConflictException>(() => other.AddDataSourceAsync("documents", "x/"));
        await Assert.ThrowsAsync<ValidationException>(() => other.AddDataSourceAsync("long", new string('x', 301)));
        var two = new CreateDataSourceRequest
        {
            KnowledgeBaseId = other.KnowledgeBaseId,
            Name = "two",
            DataSourceConfiguration = new DataSourceConfiguration { Type = DataSourceType.S3, S3Configuration = new S3DataSourceConfiguration { BucketArn = "arn:aws:s3:::bucket", InclusionPrefixes = ["a/", "b/"] } },
        };
        Assert.Contains("length less than or equal to 1", (await Assert.ThrowsAsync<ValidationException>(() => Agent.CreateDataSourceAsync(two, Token))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UpdateDataSource_Chunking_CanNotChange()
    {
        var bench = await NewAsync(cloud, ingestion: Chunkings.Fixed(100, 10), token: Token);
        var source = (await Agent.GetDataSourceAsync(new GetDataSourceRequest { KnowledgeBaseId = bench.KnowledgeBaseId, DataSourceId = bench.DataSourceId }, Token)).DataSource;
        var update = new UpdateDataSourceRequest
        {
            KnowledgeBaseId = bench.KnowledgeBaseId,
            DataSourceId = bench.DataSourceId,
            Name = "renamed",
            DataSourceConfiguration = source.DataSourceConfiguration,
            VectorIngestionConfiguration = source.VectorIngestionConfiguration,
            DataDeletionPolicy = DataDeletionPolicy.RETAIN,
        };
        Assert.Equal("RETAIN", (await Agent.UpdateDataSourceAsync(update, Token)).DataSource.DataDeletionPolicy.Value);
        update.VectorIngestionConfiguration = Chunkings.Fixed(200, 10);
        Assert.Contains("chunkingConfiguration can not be changed", (await Assert.ThrowsAsync<ValidationException>(() => Agent.UpdateDataSourceAsync(update, Token))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreatingState_LastsAsLongAsIsSet()
    {
        await using var slow = new LocalCloudFixture { Settings = { ["LocalCloud:KnowledgeBaseSeconds"] = "3600" } };
        await slow.InitializeAsync();
        var created = await slow.Clients.BedrockAgent.CreateKnowledgeBaseAsync(NewKnowledgeBase(), Token);
        Assert.Equal("CREATING", (await slow.Clients.BedrockAgent.GetKnowledgeBaseAsync(new GetKnowledgeBaseRequest { KnowledgeBaseId = created.KnowledgeBase.KnowledgeBaseId }, Token)).KnowledgeBase.Status.Value);
        await Assert.ThrowsAsync<ConflictException>(() => slow.Clients.BedrockAgent.CreateDataSourceAsync(
            new CreateDataSourceRequest
            {
                KnowledgeBaseId = created.KnowledgeBase.KnowledgeBaseId,
                Name = "early",
                DataSourceConfiguration = new DataSourceConfiguration { Type = DataSourceType.S3, S3Configuration = new S3DataSourceConfiguration { BucketArn = "arn:aws:s3:::bucket" } },
            },
            Token));
    }
}
