namespace Portal.LocalCloud.S3.Objects;

/// <summary>What a sender says about an object and gets back with it.</summary>
internal sealed record ObjectAttributes
{
    public const string DefaultContentType = "binary/octet-stream";

    public string? ContentType { get; init; }

    public string? CacheControl { get; init; }

    public string? ContentDisposition { get; init; }

    public string? ContentEncoding { get; init; }

    public string? ContentLanguage { get; init; }

    /// <summary>As sent; S3 does not look at it.</summary>
    public string? Expires { get; init; }

    /// <summary>User metadata by lower-case name.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}
