using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Access;
using Portal.Aws;

namespace Portal.Settings;

/// <summary>
/// In LocalCloud the workspace is ready by itself: at every start it makes what is missing (the bucket with versioning, the settings) and leaves alone what is
/// there. In AWS it does nothing; there the bucket is its owner's.
/// </summary>
public sealed class WorkspaceProvisioner(AwsClients clients, AwsOptions options, ConnectionGuard connections, WorkspaceStore workspaces, TimeProvider time, ILogger<WorkspaceProvisioner> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private bool ready;

    /// <summary>What a new workspace of LocalCloud is like.</summary>
    public static Workspace Default(Guid connectionId) => new()
    {
        ConnectionId = connectionId,
        Bucket = "portal-workspace",
        KnowledgeBaseRoleArn = "arn:aws:iam::000000000000:role/portal-knowledge-base",
        EmbeddingModelId = "amazon.titan-embed-text-v2:0",
        AnswerModelId = "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
    };

    /// <summary>Tries once before the portal is ready, so that the first page already finds the workspace; goes on trying when LocalCloud is elsewhere and not up yet.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Cloud != CloudKind.Local) return;
        await TryAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!ready)
        {
            await Task.Delay(Pause, time, stoppingToken);
            await TryAsync(stoppingToken);
        }
    }

    /// <summary>Makes what is missing.</summary>
    public async Task ProvisionAsync(CancellationToken cancellation = default)
    {
        var connection = await connections.CurrentAsync(cancellation);
        await connections.DemandWritableAsync(cancellation);
        var workspace = await workspaces.FindAsync(connection, cancellation) ?? Default(connection.Id);
        await EnsureBucketAsync(clients.For(connection).S3, workspace.Bucket, cancellation);
        if (await workspaces.FindAsync(connection, cancellation) is null) await workspaces.SaveAsync(Actor.Portal, workspace, cancellation);
    }

    private static async Task EnsureBucketAsync(IAmazonS3 s3, string bucket, CancellationToken cancellation)
    {
        if (await VersioningAsync(s3, bucket, cancellation) is not { } versioning)
        {
            await s3.PutBucketAsync(new PutBucketRequest { BucketName = bucket }, cancellation);
            versioning = VersionStatus.Off;
        }

        // Suspended is somebody's decision; off is only the default.
        if (versioning != VersionStatus.Off) return;
        await s3.PutBucketVersioningAsync(
            new PutBucketVersioningRequest { BucketName = bucket, VersioningConfig = new S3BucketVersioningConfig { Status = VersionStatus.Enabled } }, cancellation);
    }

    private static async Task<VersionStatus?> VersioningAsync(IAmazonS3 s3, string bucket, CancellationToken cancellation)
    {
        try
        {
            var answer = await s3.GetBucketVersioningAsync(new GetBucketVersioningRequest { BucketName = bucket }, cancellation);
            return answer.VersioningConfig?.Status is { Value.Length: > 0 } status ? status : VersionStatus.Off;
        }
        catch (AmazonS3Exception fault) when (fault.ErrorCode == "NoSuchBucket")
        {
            return null;
        }
    }

    private async Task TryAsync(CancellationToken cancellation)
    {
        try
        {
            await ProvisionAsync(cancellation);
            ready = true;
        }
        catch (Exception exception) when (AwsFaults.ProblemOf(exception) is { } problem)
        {
            logger.NotProvisioned(problem.Sentence);
        }
    }
}
