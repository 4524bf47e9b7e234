using System.Globalization;
using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.S3;

/// <summary>S3's faults, by their codes.</summary>
internal static class S3Faults
{
    public static AwsFault NoSuchBucket(string bucket) =>
        new("NoSuchBucket", 404, "The specified bucket does not exist") { Fields = [new("BucketName", bucket)] };

    public static AwsFault NoSuchKey(string key, bool deleteMarker = false, string? versionId = null) =>
        new("NoSuchKey", 404, "The specified key does not exist.")
        {
            Fields = [new("Key", key)],
            Headers = deleteMarker ? [new("x-amz-delete-marker", "true"), new("x-amz-version-id", versionId!)] : [],
        };

    public static AwsFault NoSuchVersion(string key, string versionId) =>
        new("NoSuchVersion", 404, "The specified version does not exist.") { Fields = [new("Key", key), new("VersionId", versionId)] };

    public static AwsFault NoSuchUpload(string uploadId) =>
        new("NoSuchUpload", 404, "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.")
        {
            Fields = [new("UploadId", uploadId)],
        };

    public static AwsFault DeleteMarkerNotReadable(string versionId, DateTimeOffset modified) =>
        new("MethodNotAllowed", 405, "The specified method is not allowed against this resource.")
        {
            Fields = [new("Method", "GET"), new("ResourceType", "DeleteMarker")],
            Headers = [new("x-amz-delete-marker", "true"), new("x-amz-version-id", versionId), new("Last-Modified", Wire.Scalar.HttpDate(modified)), new("Allow", "DELETE")],
        };

    public static AwsFault BucketAlreadyOwnedByYou(string bucket) =>
        new("BucketAlreadyOwnedByYou", 409, "Your previous request to create the named bucket succeeded and you already own it.") { Fields = [new("BucketName", bucket)] };

    public static AwsFault BucketNotEmpty(string bucket) =>
        new("BucketNotEmpty", 409, "The bucket you tried to delete is not empty. You must delete all versions in the bucket.") { Fields = [new("BucketName", bucket)] };

    public static AwsFault InvalidBucketName(string bucket) =>
        new("InvalidBucketName", 400, "The specified bucket is not valid.") { Fields = [new("BucketName", bucket)] };

    public static AwsFault KeyTooLong(int bytes) =>
        new("KeyTooLongError", 400, "Your key is too long") { Fields = [new("Size", bytes.ToString(CultureInfo.InvariantCulture)), new("MaxSizeAllowed", "1024")] };

    public static AwsFault InvalidArgument(string message, string name, string value) =>
        new("InvalidArgument", 400, message) { Fields = [new("ArgumentName", name), new("ArgumentValue", value)] };

    public static AwsFault InvalidRequest(string message) => new("InvalidRequest", 400, message);

    public static AwsFault InvalidRange(string range, long size) =>
        new("InvalidRange", 416, "The requested range is not satisfiable")
        {
            Fields = [new("RangeRequested", range), new("ActualObjectSize", size.ToString(CultureInfo.InvariantCulture))],
            Headers = [new("Content-Range", string.Create(CultureInfo.InvariantCulture, $"bytes */{size}"))],
        };

    public static AwsFault PreconditionFailed(string condition) =>
        new("PreconditionFailed", 412, "At least one of the pre-conditions you specified did not hold") { Fields = [new("Condition", condition)] };

    public static AwsFault NotModified(string etag, DateTimeOffset modified) =>
        new("NotModified", 304, "Not Modified") { Headers = [new("ETag", etag), new("Last-Modified", Wire.Scalar.HttpDate(modified))] };

    public static AwsFault InvalidDigest(string digest) =>
        new("InvalidDigest", 400, "The Content-MD5 you specified was invalid.") { Fields = [new("Content-MD5", digest)] };

    public static AwsFault BadDigest(string message) => new("BadDigest", 400, message);

    public static AwsFault InvalidChecksumValue(string header) => InvalidRequest($"Value for {header} header is invalid.");

    public static AwsFault MissingDigest() => InvalidRequest("Missing required header for this request: Content-MD5 OR x-amz-checksum-*");

    public static AwsFault IncompleteBody() => new("IncompleteBody", 400, "The request body terminated unexpectedly");

    public static AwsFault EntityTooLarge(long size) =>
        new("EntityTooLarge", 400, "Your proposed upload exceeds the maximum allowed size")
        {
            Fields = [new("ProposedSize", size.ToString(CultureInfo.InvariantCulture)), new("MaxSizeAllowed", "5368709120")],
        };

    public static AwsFault EntityTooSmall(int part, string etag, long size) =>
        new("EntityTooSmall", 400, "Your proposed upload is smaller than the minimum allowed size")
        {
            Fields =
            [
                new("ProposedSize", size.ToString(CultureInfo.InvariantCulture)), new("MinSizeAllowed", "5242880"),
                new("PartNumber", part.ToString(CultureInfo.InvariantCulture)), new("ETag", etag),
            ],
        };

    public static AwsFault InvalidPart(string uploadId, int part, string etag) =>
        new("InvalidPart", 400, "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.")
        {
            Fields = [new("UploadId", uploadId), new("PartNumber", part.ToString(CultureInfo.InvariantCulture)), new("ETag", etag)],
        };

    public static AwsFault InvalidPartOrder(string uploadId) =>
        new("InvalidPartOrder", 400, "The list of parts was not in ascending order. Parts must be ordered by part number.") { Fields = [new("UploadId", uploadId)] };

    public static AwsFault InvalidPartNumber() => new("InvalidPartNumber", 416, "The requested partnumber is not satisfiable");

    public static AwsFault InvalidTag(string message) => new("InvalidTag", 400, message);

    public static AwsFault MetadataTooLarge(int size) =>
        new("MetadataTooLarge", 400, "Your metadata headers exceed the maximum allowed metadata size")
        {
            Fields = [new("Size", size.ToString(CultureInfo.InvariantCulture)), new("MaxSizeAllowed", "2048")],
        };

    public static AwsFault MalformedXml() => new("MalformedXML", 400, "The XML you provided was not well-formed or did not validate against our published schema");

    public static AwsFault AccessDenied(string message = "Access Denied") => new("AccessDenied", 403, message);

    public static AwsFault InvalidStorageClass(string value) =>
        new("InvalidStorageClass", 400, "The storage class you specified is not valid") { Fields = [new("StorageClassRequested", value)] };

    /// <summary>Something S3 has and LocalCloud has not, said by name.</summary>
    public static AwsFault NotImplemented(string what) =>
        new("NotImplemented", 501, $"A header or parameter you provided implies functionality that is not implemented: {what}");
}
