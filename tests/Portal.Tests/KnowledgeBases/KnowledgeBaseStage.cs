using System.Text;
using Amazon.S3.Model;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Aws;
using Portal.Data;
using Portal.KnowledgeBases.Making;
using Portal.KnowledgeBases.Sync;
using Portal.Operations;
using Portal.Settings;
using Portal.Tenants;
using Portal.Testing;
using Xunit;

namespace Portal.KnowledgeBases;

/// <summary>A portal with a bucket, a workspace and what a test adds: knowledge bases, tenants, documents.</summary>
public sealed class KnowledgeBaseStage : IAsyncLifetime
{
    public const string Bucket = "tenant-documents";
    public const string RoleArn = "arn:aws:iam::000000000000:role/BedrockKnowledgeBase";
    public const string EmbeddingModel = "amazon.titan-embed-text-v2:0";

    public PortalFixture Portal { get; } = new();

    public AwsScope Aws => Portal.Cloud.Clients;

    public Workspace Workspace { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Portal.InitializeAsync();
        await Aws.S3.PutBucketAsync(new PutBucketRequest { BucketName = Bucket });
        var connection = await Portal.Get<ConnectionGuard>().CurrentAsync();
        Workspace = new Workspace
        {
            ConnectionId = connection.Id,
            Bucket = Bucket,
            KnowledgeBaseRoleArn = RoleArn,
            EmbeddingModelId = EmbeddingModel,
            AnswerModelId = "anthropic.claude-sonnet-4-6",
        };
        await Portal.Get<WorkspaceStore>().SaveAsync(Actor.Portal, Workspace);
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    /// <summary>Makes a knowledge base with one data source over the base prefix, the way the pages do.</summary>
    public async Task<(string KnowledgeBase, string DataSource)> MakeAsync(CancellationToken cancellation, VectorStore? store = null, string name = "shared")
    {
        var plan = new KnowledgeBasePlan(Spec(name, store), [new DataSourceSpec("documents", Bucket, "customer-data/", new DefaultChunking())]);
        var id = await Portal.Get<KnowledgeBaseCatalog>().MakeAsync(Actor.Portal, plan, cancellation);
        var operation = await EndAsync(id, cancellation);
        Assert.True(operation.Status == OperationStatus.Succeeded, operation.Problem?.Sentence);
        return (await FactAsync(id, KnowledgeBaseBuilder.IdFact(), cancellation), await FactAsync(id, DataSourceBuilder.IdFact("data-source-1"), cancellation));
    }

    public static KnowledgeBaseSpec Spec(string name, VectorStore? store = null) => new(
        name, RoleArn, EmbeddingModel, store ?? new OpenSearchServerlessStore("arn:aws:aoss:us-east-1:000000000000:collection/abc123", "vectors"));

    /// <summary>Waits until an operation has ended.</summary>
    public Task<OperationRecord> EndAsync(Guid id, CancellationToken cancellation) => Eventually.HoldsAsync(
        () => Portal.Get<OperationDesk>().GetAsync(Actor.Portal, id), operation => operation.IsFinished, "the operation ends", cancellation);

    public async Task<string> FactAsync(Guid operation, string key, CancellationToken cancellation)
    {
        await using var db = await Portal.Get<PortalDatabase>().OpenAsync(cancellation);
        return await db.Set<OperationFact>().Where(fact => fact.OperationId == operation && fact.Key == key).Select(fact => fact.Value).FirstAsync(cancellation);
    }

    public async Task<Tenant> AddTenantAsync(string name, (string KnowledgeBase, string DataSource) source)
    {
        var tenant = new Tenant
        {
            Id = Guid.CreateVersion7(),
            ConnectionId = Workspace.ConnectionId,
            Slug = name.ToLowerInvariant(),
            Name = name,
            Prefix = $"customer-data/{name}/",
            AttributeValue = name,
            State = TenantState.Active,
            KnowledgeBaseId = source.KnowledgeBase,
            DataSourceId = source.DataSource,
            SlugFolded = name.ToLowerInvariant(),
            PrefixFolded = $"customer-data/{name}/".ToLowerInvariant(),
            AttributeValueFolded = name.ToLowerInvariant(),
        };
        await using var db = await Portal.Get<PortalDatabase>().OpenAsync();
        db.Add(tenant);
        await db.SaveChangesAsync();
        return tenant;
    }

    public Task<TenantScope> ScopeAsync(Tenant tenant, Permission permission = Permission.AskAsTenant, Actor? actor = null) =>
        Portal.Get<TenantDirectory>().ScopeAsync(actor ?? Actor.Portal, tenant.Slug, permission);

    /// <summary>An operator of these tenants, with a user in the database.</summary>
    public async Task<Actor> AddOperatorAsync(params Tenant[] tenants)
    {
        var user = new PortalUser { Id = Guid.CreateVersion7(), UserName = $"{Guid.NewGuid():N}@example.com", Role = PortalRole.Operator, CreatedAt = TimeProvider.System.GetUtcNow() };
        user.Email = user.UserName;
        await using var db = await Portal.Get<PortalDatabase>().OpenAsync();
        db.Add(user);
        db.AddRange(tenants.Select(tenant => new UserTenant { UserId = user.Id, TenantId = tenant.Id }));
        await db.SaveChangesAsync();
        return new Actor(user.Id, user.Email!, PortalRole.Operator, tenants.Select(tenant => tenant.Id).ToHashSet());
    }

    /// <summary>Puts a document with its sidecar; null for none.</summary>
    public async Task PutAsync(string key, string text, string? sidecar)
    {
        if (sidecar is not null) await PutTextAsync($"{key}.metadata.json", sidecar);
        await PutTextAsync(key, text);
    }

    /// <summary>Syncs and waits for the end.</summary>
    public async Task<OperationRecord> SyncAsync((string KnowledgeBase, string DataSource) source, CancellationToken cancellation) =>
        await EndAsync(await Portal.Get<SyncDesk>().StartAsync(Actor.Portal, source.KnowledgeBase, source.DataSource, cancellation), cancellation);

    private Task PutTextAsync(string key, string text) =>
        Aws.S3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = key, InputStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
}
