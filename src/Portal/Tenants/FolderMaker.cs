using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Portal.Aws;
using Portal.Operations;
using Portal.Settings;

namespace Portal.Tenants;

/// <summary>
/// Makes folders as the S3 console does: empty objects whose keys end with a slash. Amazon Bedrock passes over them, having no file type. What was made and what was
/// found is in the journal, so that undoing takes back the former only.
/// </summary>
internal sealed class FolderMaker(AwsClients clients)
{
    private const string Found = "found";
    private const string Made = "made";

    public async Task MakeAsync(OperationContext context, AwsConnection connection, Workspace workspace, IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        var s3 = clients.For(connection).S3;
        for (var number = 0; number < keys.Count; number++)
        {
            await context.ReportAsync($"{number} of {keys.Count} folders", (double)number / keys.Count, cancellation);
            await MakeAsync(context, s3, workspace.Bucket, keys[number], cancellation);
        }
    }

    public async Task RemoveAsync(OperationContext context, AwsConnection connection, Workspace workspace, IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        var s3 = clients.For(connection).S3;
        foreach (var key in keys.Reverse().Where(key => context.Fact(Fact(key)) == Made))
        {
            // In a bucket with versions the version goes, not merely a marker above it.
            if (await FindAsync(s3, workspace.Bucket, key, cancellation) is { ContentLength: 0 } marker)
                await s3.DeleteObjectAsync(new DeleteObjectRequest { BucketName = workspace.Bucket, Key = key, VersionId = marker.VersionId }, cancellation);
        }
    }

    private static async Task MakeAsync(OperationContext context, IAmazonS3 s3, string bucket, string key, CancellationToken cancellation)
    {
        var there = await FindAsync(s3, bucket, key, cancellation) is not null;
        if (context.Fact(Fact(key)) is null) await context.NoteAsync(Fact(key), there ? Found : Made, cancellation);
        if (!there) await s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, ContentBody = "", ContentType = "application/x-directory" }, cancellation);
    }

    private static async Task<GetObjectMetadataResponse?> FindAsync(IAmazonS3 s3, string bucket, string key, CancellationToken cancellation)
    {
        try
        {
            return await s3.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = bucket, Key = key }, cancellation);
        }
        catch (AmazonS3Exception fault) when (fault.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private static string Fact(string key) => $"folder:{key}";
}
