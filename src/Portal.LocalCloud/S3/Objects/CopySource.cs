namespace Portal.LocalCloud.S3.Objects;

/// <summary>The object an <c>x-amz-copy-source</c> header names: <c>[/]bucket/key[?versionId=…]</c>, escaped.</summary>
internal sealed record CopySource(string Bucket, string Key, string? VersionId)
{
    public static CopySource Parse(string header)
    {
        var target = Pipeline.RawTarget.Parse(header.StartsWith('/') ? header : "/" + header);
        var path = Uri.UnescapeDataString(target.Path[1..]);
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < path.Length - 1
            ? new CopySource(path[..slash], path[(slash + 1)..], target.Value("versionId"))
            : throw S3Faults.InvalidArgument("Copy Source must mention the source bucket and key: sourcebucket/sourcekey", "x-amz-copy-source", header);
    }

    public string ReadAction => VersionId is null ? "s3:GetObject" : "s3:GetObjectVersion";
}
