using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.S3;
using Portal.LocalCloud.S3.Objects;
using Portal.LocalCloud.State;

namespace Portal.LocalCloud.BedrockAgent.Ingestion;

/// <summary>The current version of an object in a source bucket. <paramref name="Tag"/> changes with the content.</summary>
internal sealed record SourceObject(string Key, string Tag, long Size);

/// <summary>Reads S3 for the knowledge bases, as their service role would.</summary>
internal sealed class SourceBucket(ObjectReader objects, LocalAccount account)
{
    /// <summary>All current objects below a prefix.</summary>
    /// <exception cref="SourceProblemException">The bucket cannot be read.</exception>
    public async Task<List<SourceObject>> ListAsync(string bucket, string prefix, string? owner, CancellationToken token)
    {
        if (owner is not null && owner != account.Id) throw new SourceProblemException($"The bucket {bucket} is not owned by the account {owner} (Service: S3, Status Code: 403).");
        try
        {
            return await objects.ListAsync(bucket, prefix, token).Select(Describe).ToListAsync(token);
        }
        catch (AwsFault fault) when (fault.Code == "NoSuchBucket")
        {
            throw new SourceProblemException($"The specified bucket {bucket} does not exist (Service: S3, Status Code: 404).");
        }
    }

    /// <summary>An object's current version with its bytes; null when there is none.</summary>
    public async Task<(SourceObject Object, byte[] Content)?> ReadAsync(string bucket, string key, CancellationToken token)
    {
        try
        {
            var (version, content) = await objects.ReadAsync(bucket, key, token);
            return (Describe(version), content);
        }
        catch (AwsFault fault) when (fault.StatusCode == 404)
        {
            return null;
        }
    }

    private static SourceObject Describe(StoredVersion version) => new(version.Key, version.ETag, version.Size);
}

/// <summary>Why a data source cannot be read at all.</summary>
internal sealed class SourceProblemException(string reason) : Exception(reason);
