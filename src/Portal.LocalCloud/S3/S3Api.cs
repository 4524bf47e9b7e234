using Microsoft.Extensions.DependencyInjection;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.S3.Buckets;
using Portal.LocalCloud.S3.Listing;
using Portal.LocalCloud.S3.Objects;
using Portal.LocalCloud.S3.Storage;
using Portal.LocalCloud.S3.Uploads;
using Portal.LocalCloud.Wire.RestXml;

namespace Portal.LocalCloud.S3;

/// <summary>Simple Storage Service, path style.</summary>
internal static class S3Api
{
    public const string Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    public static void Add(IServiceCollection services, LocalCloudOptions options)
    {
        services.AddSingleton<BlobStore>();
        services.AddSingleton<BucketTable>();
        services.AddSingleton<VersionTable>();
        services.AddSingleton<UploadTable>();
        services.AddSingleton<ObjectShelf>();
        services.AddSingleton<ListingWalk>();
        services.AddSingleton<ObjectReader>();
        services.AddSingleton<StateSweep>();
        services.AddSingleton(Describe(new S3Refusals(options)));
    }

    private static ServiceApi Describe(S3Refusals refusals) =>
        new("s3", "s3", "s3", new RestXmlWire(new S3Vocabulary()))
        {
            StreamsBodies = true,
            Refuse = refusals.Refuse,
            Guard = BodyGuard.Attach,
            Operations =
            [
                Operation.Of<ListBuckets>(),
                Operation.Of<CreateBucket>(),
                Operation.Of<HeadBucket>(),
                Operation.Of<DeleteBucket>(),
                Operation.Of<GetBucketLocation>(),
                Operation.Of<GetBucketVersioning>(),
                Operation.Of<PutBucketVersioning>(),
                Operation.Of<ListObjectsV2>(),
                Operation.Of<ListObjects>(),
                Operation.Of<ListObjectVersions>(),
                Operation.Of<PutObject>(),
                Operation.Of<GetObject>(),
                Operation.Of<HeadObject>(),
                Operation.Of<CopyObject>(),
                Operation.Of<DeleteObject>(),
                Operation.Of<DeleteObjects>(),
                Operation.Of<GetObjectTagging>(),
                Operation.Of<PutObjectTagging>(),
                Operation.Of<DeleteObjectTagging>(),
                Operation.Of<CreateMultipartUpload>(),
                Operation.Of<UploadPart>(),
                Operation.Of<UploadPartCopy>(),
                Operation.Of<CompleteMultipartUpload>(),
                Operation.Of<AbortMultipartUpload>(),
                Operation.Of<ListParts>(),
                Operation.Of<ListMultipartUploads>(),
            ],
        };
}
