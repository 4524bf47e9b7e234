namespace Portal.Aws;

/// <summary>Which cloud the portal talks to.</summary>
public enum CloudKind
{
    /// <summary>LocalCloud on this machine; no AWS account is needed and nothing costs anything.</summary>
    Local,

    /// <summary>AWS, or a server compatible with it.</summary>
    Aws,
}

/// <summary>Settings of the connection to AWS: sections "Portal:Cloud", "Aws" and "LocalCloud".</summary>
public sealed class AwsOptions
{
    /// <summary>Portal:Cloud.</summary>
    public CloudKind Cloud { get; set; } = CloudKind.Local;

    /// <summary>Aws:Region; in LocalCloud us-east-1.</summary>
    public string Region { get; set; } = "us-east-1";

    /// <summary>Aws:ServiceUrl: one address for all services of a compatible server.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>Aws:ServiceUrls:S3, :BedrockAgent, …: an address per service.</summary>
    public Dictionary<string, string> ServiceUrls { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>LocalCloud:Url.</summary>
    public string LocalCloudUrl { get; set; } = "http://127.0.0.1:5081";

    /// <summary>LocalCloud:AccessKeyId. Public knowledge: LocalCloud listens on loopback only.</summary>
    public string LocalCloudAccessKeyId { get; set; } = "local";

    /// <summary>LocalCloud:SecretAccessKey.</summary>
    public string LocalCloudSecretAccessKey { get; set; } = "local-secret-key";

    /// <summary>The address that a service is called at; null for AWS's own.</summary>
    public string? UrlOf(string service) => Cloud == CloudKind.Local ? LocalCloudUrl : ServiceUrls.GetValueOrDefault(service) ?? ServiceUrl;
}
