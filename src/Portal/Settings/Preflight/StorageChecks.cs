using Amazon.S3;

namespace Portal.Settings.Preflight;

/// <summary>The bucket: whether it lists, keeps versions, and tells of unfinished uploads.</summary>
internal sealed class StorageChecks(IAmazonS3 s3, Workspace? workspace)
{
    private const string Listing = "Listing documents";

    public async Task<IReadOnlyList<PreflightCheck>> RunAsync(CancellationToken cancellation)
    {
        if (workspace is null) return [PreflightProbe.Skip(Listing, "s3:ListBucket", "The workspace names no bucket yet.", "Fill in the workspace and save it.")];
        return await Task.WhenAll(ListAsync(workspace, cancellation), VersioningAsync(workspace, cancellation), UploadsAsync(workspace, cancellation));
    }

    private Task<PreflightCheck> ListAsync(Workspace named, CancellationToken cancellation) => PreflightProbe.AskAsync(
        Listing, "s3:ListBucket",
        () => s3.ListObjectsV2Async(new() { BucketName = named.Bucket, Prefix = named.BasePrefix, MaxKeys = 1 }, cancellation),
        answer => PreflightProbe.Pass(answer.S3Objects is { Count: > 0 } ? $"{named.Bucket} lists what is below {named.BasePrefix}." : $"{named.Bucket} can be listed; there is nothing below {named.BasePrefix} yet."));

    private Task<PreflightCheck> VersioningAsync(Workspace named, CancellationToken cancellation) => PreflightProbe.AskAsync(
        "Versioning", "s3:GetBucketVersioning",
        () => s3.GetBucketVersioningAsync(new Amazon.S3.Model.GetBucketVersioningRequest { BucketName = named.Bucket }, cancellation),
        answer => answer.VersioningConfig?.Status == VersionStatus.Enabled
            ? PreflightProbe.Pass("On: what is deleted or overwritten can be restored.")
            : PreflightProbe.Warn("Off: what is deleted or overwritten is gone.", $"Turn on versioning for {named.Bucket} in S3."));

    private Task<PreflightCheck> UploadsAsync(Workspace named, CancellationToken cancellation) => PreflightProbe.AskAsync(
        "Unfinished uploads", "s3:ListBucketMultipartUploads",
        () => s3.ListMultipartUploadsAsync(new Amazon.S3.Model.ListMultipartUploadsRequest { BucketName = named.Bucket, Prefix = named.BasePrefix, MaxUploads = 1 }, cancellation),
        _ => PreflightProbe.Pass("They can be found, so what a broken upload left can be cleared."));
}
