using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Objects;

/// <summary>The answer to a read or a head: conditions, range, headers and their overrides.</summary>
internal static class ObjectReading
{
    public static GetObjectResponse Respond(ObjectReadRequest request, StoredVersion version, Func<long, long, ResponseBody> body)
    {
        new Preconditions(request.IfMatch, request.IfNoneMatch, request.IfModifiedSince, request.IfUnmodifiedSince).Check(version, copySource: false);
        var range = request.PartNumber is { } part ? PartRange(request, version, part) : ByteRange.Read(request.Range, version.Size);
        var attributes = version.Attributes;
        return new GetObjectResponse
        {
            Status = range is null ? null : 206,
            ContentRange = range is { Length: > 0 } ? range.ContentRange(version.Size) : null,
            ContentType = request.ResponseContentType ?? attributes.ContentType ?? ObjectAttributes.DefaultContentType,
            CacheControl = request.ResponseCacheControl ?? attributes.CacheControl,
            ContentDisposition = request.ResponseContentDisposition ?? attributes.ContentDisposition,
            ContentEncoding = request.ResponseContentEncoding ?? attributes.ContentEncoding,
            ContentLanguage = request.ResponseContentLanguage ?? attributes.ContentLanguage,
            Expires = request.ResponseExpires ?? attributes.Expires,
            ETag = version.QuotedETag,
            LastModified = version.ModifiedAt,
            Metadata = attributes.Metadata,
            VersionId = version.VersionId == StoredVersion.Null && request.VersionId is null ? null : version.VersionId,
            TagCount = version.Tags.Count == 0 ? null : version.Tags.Count,
            PartsCount = request.PartNumber is not null && version.ETag.Contains('-', StringComparison.Ordinal) ? version.Blobs.Ids.Count : null,

            // A checksum over the whole says nothing about a range.
            Checksums = string.Equals(request.ChecksumMode, "ENABLED", StringComparison.OrdinalIgnoreCase) && (range is null || range.Length == version.Size)
                ? version.Checksum?.Headers
                : null,
            Body = range is null ? body(0, version.Size) : body(range.Offset, range.Length),
        };
    }

    private static ByteRange? PartRange(ObjectReadRequest request, StoredVersion version, int part)
    {
        if (request.Range is not null)
            throw S3Faults.InvalidRequest("Cannot specify both Range header and partNumber query parameter");
        if (part > Math.Max(1, version.Blobs.Sizes.Count))
            throw S3Faults.InvalidPartNumber();
        return new ByteRange(version.Blobs.Sizes.Take(part - 1).Sum(), version.Blobs.Sizes.ElementAtOrDefault(part - 1));
    }
}
