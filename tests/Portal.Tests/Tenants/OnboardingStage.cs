using Portal.Access;
using Portal.Aws;
using Portal.Documents;
using Portal.KnowledgeBases.Making;
using Portal.Operations;
using Portal.Settings;
using Portal.Testing;
using Xunit;

namespace Portal.Tenants;

/// <summary>A portal on a LocalCloud with a bucket, a knowledge base and a workspace: where tenants can be onboarded.</summary>
public sealed class OnboardingStage : IAsyncLifetime
{
    public const string Bucket = "documents";

    public PortalFixture Portal { get; } = new() { Configure = services => services.AddDocuments() };

    public AwsScope Aws => Portal.Cloud.Clients;

    public string KnowledgeBaseId { get; private set; } = "";

    public Workspace Workspace { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Portal.InitializeAsync();
        await Aws.S3.PutBucketAsync(Bucket);
        KnowledgeBaseId = await KnowledgeBaseAsync("shared");
        var connection = await Portal.Get<ConnectionGuard>().CurrentAsync();
        Workspace = new Workspace { ConnectionId = connection.Id, Bucket = Bucket, KnowledgeBaseId = KnowledgeBaseId };
        await Portal.Get<WorkspaceStore>().SaveAsync(Actor.Portal, Workspace);
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    public static KnowledgeBaseSpec Spec(string name) => new(
        name, "arn:aws:iam::000000000000:role/BedrockKnowledgeBase", "arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0",
        new S3VectorsStore($"arn:aws:s3vectors:us-east-1:000000000000:bucket/vectors/index/{name}"));

    public async Task<string> KnowledgeBaseAsync(string name)
    {
        var connection = new AwsConnection { Label = "", AccountId = "000000000000", Region = "us-east-1" };
        var made = await Aws.BedrockAgent.CreateKnowledgeBaseAsync(Spec(name).ToRequest(connection));
        return made.KnowledgeBase.KnowledgeBaseId;
    }

    public static OnboardTenant Wish(string name, KnowledgeBaseSharing sharing = KnowledgeBaseSharing.Shared, string? knowledgeBaseId = null) => new(
        Guid.CreateVersion7(), TenantNames.Propose(name, "customer-data/"), ["policies", "procedures"],
        [new("documentType", MetadataType.String, Required: true), new("publicationYear", MetadataType.Number)], sharing, knowledgeBaseId);

    /// <summary>Onboards and waits for the end.</summary>
    public async Task<OperationRecord> OnboardAsync(OnboardTenant wish, CancellationToken cancellation)
    {
        var id = await Portal.Get<TenantOnboarding>().StartAsync(Actor.Portal, wish, cancellation);
        return await EndAsync(id, cancellation);
    }

    public Task<OperationRecord> EndAsync(Guid id, CancellationToken cancellation) =>
        Eventually.HoldsAsync(() => Portal.Get<OperationDesk>().GetAsync(Actor.Portal, id), operation => operation.IsFinished, "the operation ends", cancellation);

    /// <summary>A scope of an active tenant made at once.</summary>
    public async Task<TenantScope> TenantAsync(string name, CancellationToken cancellation)
    {
        var wish = Wish(name) with { Schema = [] };
        var operation = await OnboardAsync(wish, cancellation);
        Assert.Equal(OperationStatus.Succeeded, operation.Status);
        return await Portal.Get<TenantDirectory>().ScopeAsync(Actor.Portal, wish.TenantId, Permission.WriteDocuments, cancellation);
    }

    /// <summary>All keys of the bucket below a prefix.</summary>
    public async Task<string[]> KeysAsync(string prefix = "") =>
        [.. ((await Aws.S3.ListObjectsV2Async(new() { BucketName = Bucket, Prefix = prefix })).S3Objects ?? []).Select(item => item.Key)];
}
