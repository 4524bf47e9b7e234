using System.Globalization;

namespace Portal.LocalCloud.S3.Objects;

/// <summary>The four conditions of a read or of a copy's source. An ETag condition outweighs its companion by time, as in AWS.</summary>
internal sealed record Preconditions(string? IfMatch, string? IfNoneMatch, string? IfModifiedSince, string? IfUnmodifiedSince)
{
    /// <exception cref="Pipeline.AwsFault">PreconditionFailed or, for reads, the 304.</exception>
    public void Check(StoredVersion version, bool copySource)
    {
        var prefix = copySource ? "x-amz-copy-source-" : "";
        if (IfMatch is not null)
        {
            if (!Names(IfMatch, version))
                throw S3Faults.PreconditionFailed(prefix + "If-Match");
        }
        else if (Time(IfUnmodifiedSince) is { } unmodified && version.ModifiedAt > unmodified)
        {
            throw S3Faults.PreconditionFailed(prefix + "If-Unmodified-Since");
        }

        var (unchanged, condition) = IfNoneMatch is not null
            ? (Names(IfNoneMatch, version), "If-None-Match")
            : (Time(IfModifiedSince) is { } modified && version.ModifiedAt <= modified, "If-Modified-Since");
        if (unchanged)
            throw copySource ? S3Faults.PreconditionFailed(prefix + condition) : S3Faults.NotModified(version.QuotedETag, version.ModifiedAt);
    }

    /// <summary>The conditions of a write: <c>If-None-Match: *</c> and <c>If-Match: etag</c>.</summary>
    public static void CheckWrite(string key, string? ifMatch, string? ifNoneMatch, StoredVersion? current)
    {
        if (ifNoneMatch is not null and not "*")
            throw S3Faults.NotImplemented("If-None-Match with a value other than *");
        if (ifNoneMatch is not null && current is not null)
            throw S3Faults.PreconditionFailed("If-None-Match");
        if (ifMatch is null)
            return;
        if (current is null)
            throw S3Faults.NoSuchKey(key);
        if (!Names(ifMatch, current))
            throw S3Faults.PreconditionFailed("If-Match");
    }

    private static bool Names(string header, StoredVersion version) =>
        header.Split(',', StringSplitOptions.TrimEntries).Any(tag => tag == "*" || tag.Trim('"') == version.ETag);

    private static DateTimeOffset? Time(string? header) =>
        DateTimeOffset.TryParse(header, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
