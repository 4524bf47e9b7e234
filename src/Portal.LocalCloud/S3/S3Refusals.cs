using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.S3;

/// <summary>What S3 has and LocalCloud has not, refused by name rather than ignored.</summary>
internal sealed class S3Refusals(LocalCloudOptions options)
{
    private static readonly HashSet<string> SubResources =
    [
        "abac", "accelerate", "acl", "analytics", "attributes", "cors", "encryption", "intelligent-tiering", "inventory", "legal-hold", "lifecycle", "logging",
        "metadataConfiguration", "metadataTable", "metrics", "notification", "object-lock", "ownershipControls", "policy", "policyStatus",
        "publicAccessBlock", "renameObject", "replication", "requestPayment", "restore", "retention", "select", "session", "torrent", "website",
    ];

    private static readonly string[] Headers =
    [
        "x-amz-bucket-object-lock-enabled", "x-amz-bypass-governance-retention", "x-amz-copy-source-server-side-encryption-customer-algorithm", "x-amz-grant-full-control",
        "x-amz-grant-read", "x-amz-grant-read-acp", "x-amz-grant-write", "x-amz-grant-write-acp", "x-amz-mfa", "x-amz-object-lock-legal-hold", "x-amz-object-lock-mode",
        "x-amz-object-lock-retain-until-date", "x-amz-rename-source", "x-amz-server-side-encryption-aws-kms-key-id", "x-amz-server-side-encryption-context",
        "x-amz-server-side-encryption-customer-algorithm", "x-amz-website-redirect-location", "x-amz-write-offset-bytes", "x-amz-if-match-last-modified-time", "x-amz-if-match-size",
    ];

    public AwsFault? Refuse(AwsCall call)
    {
        foreach (var parameter in call.Target.Query)
        {
            if (SubResources.Contains(parameter.Name))
                return S3Faults.NotImplemented(parameter.Name);
        }

        // A bucket's tags are its own; an object's are served.
        if (call.Target.Has("tagging") && call.Target.Path.Trim('/') is { } path && !path.Contains('/', StringComparison.Ordinal))
            return S3Faults.NotImplemented("tagging of buckets");
        foreach (var header in Headers)
        {
            if (call.Header(header) is not null)
                return S3Faults.NotImplemented(header);
        }

        return Owner(call, "x-amz-expected-bucket-owner") ?? Owner(call, "x-amz-source-expected-bucket-owner");
    }

    private AwsFault? Owner(AwsCall call, string header) =>
        call.Header(header) is { } owner && owner != options.AccountId ? S3Faults.AccessDenied() : null;
}
