// A member that is unexpectedly null fails a test as well as an assertion would.
#nullable disable warnings
using Amazon.BedrockAgent;
using Amazon.BedrockAgent.Model;
using Amazon.BedrockAgentRuntime.Model;
using Amazon.Runtime.Documents;
using Amazon.S3.Model;
using Portal.Testing;

namespace Portal.LocalCloud.Tests.BedrockAgent;

/// <summary>A bucket and a knowledge base on a LocalCloud, driven by the real clients.</summary>
internal sealed class KnowledgeBaseBench(LocalCloudFixture cloud, CancellationToken token)
{
    public const string RoleArn = "arn:aws:iam::000000000000:role/knowledge-base";

    public const string EmbeddingModelArn = "arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0";

    public string Bucket { get; } = $"bench-{Guid.NewGuid():N}";

    public string KnowledgeBaseId { get; private set; } = "";

    public string DataSourceId { get; private set; } = "";

    public static async Task<KnowledgeBaseBench> NewAsync(LocalCloudFixture cloud, StorageConfiguration? storage = null, VectorIngestionConfiguration? ingestion = null, string prefix = "customer-data/", CancellationToken token = default)
    {
        var bench = new KnowledgeBaseBench(cloud, token);
        await cloud.Clients.S3.PutBucketAsync(bench.Bucket, token);
        bench.KnowledgeBaseId = (await cloud.Clients.BedrockAgent.CreateKnowledgeBaseAsync(NewKnowledgeBase(storage), token)).KnowledgeBase.KnowledgeBaseId;
        await bench.ActiveAsync();
        bench.DataSourceId = await bench.AddDataSourceAsync("documents", prefix, ingestion);
        return bench;
    }

    public Task ActiveAsync() => Eventually.HoldsAsync(
        async () => (await cloud.Clients.BedrockAgent.GetKnowledgeBaseAsync(new GetKnowledgeBaseRequest { KnowledgeBaseId = KnowledgeBaseId }, token)).KnowledgeBase.Status,
        status => status == KnowledgeBaseStatus.ACTIVE, "the knowledge base is ACTIVE", token);

    public static CreateKnowledgeBaseRequest NewKnowledgeBase(StorageConfiguration? storage = null) => new()
    {
        Name = $"kb-{Guid.NewGuid():N}",
        RoleArn = RoleArn,
        KnowledgeBaseConfiguration = new KnowledgeBaseConfiguration
        {
            Type = KnowledgeBaseType.VECTOR,
            VectorKnowledgeBaseConfiguration = new VectorKnowledgeBaseConfiguration { EmbeddingModelArn = EmbeddingModelArn },
        },
        StorageConfiguration = storage ?? Stores.OpenSearchServerless,
    };

    public async Task<string> AddDataSourceAsync(string name, string? prefix, VectorIngestionConfiguration? ingestion = null, DataDeletionPolicy? policy = null) =>
        (await cloud.Clients.BedrockAgent.CreateDataSourceAsync(
            new CreateDataSourceRequest
            {
                KnowledgeBaseId = KnowledgeBaseId,
                Name = name,
                DataDeletionPolicy = policy,
                VectorIngestionConfiguration = ingestion,
                DataSourceConfiguration = new DataSourceConfiguration
                {
                    Type = DataSourceType.S3,
                    S3Configuration = new S3DataSourceConfiguration { BucketArn = $"arn:aws:s3:::{Bucket}", InclusionPrefixes = prefix is null ? null : [prefix] },
                },
            },
            token)).DataSource.DataSourceId;

    public Task PutAsync(string key, string content) => cloud.Clients.S3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = key, ContentBody = content }, token);

    public Task PutAsync(string key, byte[] content) => cloud.Clients.S3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = key, InputStream = new MemoryStream(content) }, token);

    public Task DeleteAsync(string key) => cloud.Clients.S3.DeleteObjectAsync(Bucket, key, token);

    /// <summary>A document with its sidecar.</summary>
    public async Task PutAsync(string key, string content, string sidecar)
    {
        await PutAsync(key + ".metadata.json", sidecar);
        await PutAsync(key, content);
    }

    /// <summary>Runs a job to its end.</summary>
    public async Task<IngestionJob> SyncAsync(string? dataSourceId = null)
    {
        var source = dataSourceId ?? DataSourceId;
        var started = (await cloud.Clients.BedrockAgent.StartIngestionJobAsync(new StartIngestionJobRequest { KnowledgeBaseId = KnowledgeBaseId, DataSourceId = source }, token)).IngestionJob;
        return await EndOfAsync(started.IngestionJobId, source);
    }

    public Task<IngestionJob> EndOfAsync(string jobId, string? dataSourceId = null) => Eventually.HoldsAsync(
        async () => (await cloud.Clients.BedrockAgent.GetIngestionJobAsync(new GetIngestionJobRequest { KnowledgeBaseId = KnowledgeBaseId, DataSourceId = dataSourceId ?? DataSourceId, IngestionJobId = jobId }, token)).IngestionJob,
        job => job.Status == IngestionJobStatus.COMPLETE || job.Status == IngestionJobStatus.FAILED || job.Status == IngestionJobStatus.STOPPED, "the job ended", token);

    public async Task<List<KnowledgeBaseRetrievalResult>> RetrieveAsync(string text, RetrievalFilter? filter = null, int? results = null) => (await RetrievePageAsync(text, filter, results)).RetrievalResults ?? [];

    public Task<RetrieveResponse> RetrievePageAsync(string text, RetrievalFilter? filter = null, int? results = null, string? nextToken = null) => cloud.Clients.BedrockAgentRuntime.RetrieveAsync(
        new RetrieveRequest
        {
            KnowledgeBaseId = KnowledgeBaseId,
            NextToken = nextToken,
            RetrievalQuery = new KnowledgeBaseQuery { Text = text },
            RetrievalConfiguration = new KnowledgeBaseRetrievalConfiguration { VectorSearchConfiguration = new KnowledgeBaseVectorSearchConfiguration { Filter = filter, NumberOfResults = results } },
        },
        token);

    public RetrieveAndGenerateRequest Question(string text, RetrievalFilter? filter = null, string? sessionId = null) => new()
    {
        Input = new RetrieveAndGenerateInput { Text = text },
        SessionId = sessionId,
        RetrieveAndGenerateConfiguration = new RetrieveAndGenerateConfiguration
        {
            Type = Amazon.BedrockAgentRuntime.RetrieveAndGenerateType.KNOWLEDGE_BASE,
            KnowledgeBaseConfiguration = new KnowledgeBaseRetrieveAndGenerateConfiguration
            {
                KnowledgeBaseId = KnowledgeBaseId,
                ModelArn = "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-7-sonnet-20250219-v1:0",
                RetrievalConfiguration = new KnowledgeBaseRetrievalConfiguration { VectorSearchConfiguration = new KnowledgeBaseVectorSearchConfiguration { Filter = filter } },
            },
        },
    };

    public static RetrievalFilter Is(string key, Document value) => new() { Equals = new FilterAttribute { Key = key, Value = value } };

    public static string SidecarOf(string customer) => "{\"metadataAttributes\":{\"customer\":\"" + customer + "\"}}";
}

internal static class Stores
{
    public static StorageConfiguration OpenSearchServerless => new()
    {
        Type = KnowledgeBaseStorageType.OPENSEARCH_SERVERLESS,
        OpensearchServerlessConfiguration = new OpenSearchServerlessConfiguration
        {
            CollectionArn = "arn:aws:aoss:us-east-1:000000000000:collection/abcdefghij",
            VectorIndexName = "documents",
            FieldMapping = new OpenSearchServerlessFieldMapping { VectorField = "vector", TextField = "text", MetadataField = "metadata" },
        },
    };

    public static StorageConfiguration Aurora => new()
    {
        Type = KnowledgeBaseStorageType.RDS,
        RdsConfiguration = new RdsConfiguration
        {
            ResourceArn = "arn:aws:rds:us-east-1:000000000000:cluster:documents",
            CredentialsSecretArn = "arn:aws:secretsmanager:us-east-1:000000000000:secret:documents",
            DatabaseName = "postgres",
            TableName = "bedrock.chunks",
            FieldMapping = new RdsFieldMapping { PrimaryKeyField = "id", VectorField = "embedding", TextField = "chunks", MetadataField = "metadata" },
        },
    };

    public static StorageConfiguration S3Vectors => new()
    {
        Type = KnowledgeBaseStorageType.S3_VECTORS,
        S3VectorsConfiguration = new S3VectorsConfiguration { IndexArn = "arn:aws:s3vectors:us-east-1:000000000000:bucket/vectors/index/documents" },
    };
}
