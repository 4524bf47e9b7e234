using System.Text;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Objects;

/// <summary>What the three ways to begin an object (put, copy, multipart) have in common.</summary>
internal abstract record ObjectWriteRequest
{
    private const int LongestMetadata = 2048;

    public required string Bucket { get; init; }

    public required string Key { get; init; }

    [Header("Content-Type")]
    public string? ContentType { get; init; }

    [Header("Cache-Control")]
    public string? CacheControl { get; init; }

    [Header("Content-Disposition")]
    public string? ContentDisposition { get; init; }

    [Header("Content-Encoding")]
    public string? ContentEncoding { get; init; }

    [Header("Content-Language")]
    public string? ContentLanguage { get; init; }

    [Header("Expires")]
    public string? Expires { get; init; }

    [Header("x-amz-meta-")]
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    [Header("x-amz-tagging")]
    public string? Tagging { get; init; }

    [Header("x-amz-storage-class")]
    public string? StorageClass { get; init; }

    [Header("x-amz-server-side-encryption")]
    public string? ServerSideEncryption { get; init; }

    [Header("x-amz-acl")]
    public string? Acl { get; init; }

    /// <summary>Checks what is common and gives the attributes to keep.</summary>
    public ObjectAttributes ReadAttributes()
    {
        ObjectKey.Check(Key);
        if (StorageClass is not null and not "STANDARD")
            throw StorageClass is "STANDARD_IA" or "ONEZONE_IA" or "INTELLIGENT_TIERING" or "GLACIER" or "GLACIER_IR" or "DEEP_ARCHIVE" or "REDUCED_REDUNDANCY" or "EXPRESS_ONEZONE"
                ? S3Faults.NotImplemented($"x-amz-storage-class {StorageClass}")
                : S3Faults.InvalidStorageClass(StorageClass);
        if (ServerSideEncryption is not null and not "AES256")
            throw S3Faults.NotImplemented($"x-amz-server-side-encryption {ServerSideEncryption}");
        if (Acl is not null and not ("private" or "bucket-owner-full-control"))
            throw new Pipeline.AwsFault("AccessControlListNotSupported", 400, "The bucket does not allow ACLs");
        var size = Metadata.Sum(pair => Encoding.UTF8.GetByteCount(pair.Key) + Encoding.UTF8.GetByteCount(pair.Value));
        if (size > LongestMetadata)
            throw S3Faults.MetadataTooLarge(size);
        return new ObjectAttributes
        {
            ContentType = ContentType,
            CacheControl = CacheControl,
            ContentDisposition = ContentDisposition,
            ContentEncoding = ContentEncoding,
            ContentLanguage = ContentLanguage,
            Expires = Expires,
            Metadata = Metadata,
        };
    }
}
