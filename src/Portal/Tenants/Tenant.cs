namespace Portal.Tenants;

/// <summary>Where a tenant stands in its life.</summary>
public enum TenantState
{
    /// <summary>Its onboarding operation has not ended.</summary>
    Onboarding,

    Active,

    /// <summary>Nobody uploads, syncs or asks; everything is kept.</summary>
    Suspended,
}

/// <summary>How a tenant shares its knowledge base.</summary>
public enum KnowledgeBaseSharing
{
    /// <summary>One knowledge base and one data source over the base prefix for all; the metadata filter separates.</summary>
    Shared,

    /// <summary>A data source of its own (at most five per knowledge base) in the shared knowledge base.</summary>
    OwnDataSource,

    /// <summary>A knowledge base of its own.</summary>
    OwnKnowledgeBase,
}

/// <summary>The type of a metadata attribute, as Amazon Bedrock names it.</summary>
public enum MetadataType
{
    String,
    Number,
    Boolean,
    StringList,
}

/// <summary>One attribute that a tenant's documents carry beside the tenant attribute.</summary>
/// <param name="Key">1 to 100 characters; never the tenant attribute, never reserved.</param>
/// <param name="Type">One type per key in the whole knowledge base.</param>
/// <param name="Required">Whether an upload without it is refused.</param>
/// <param name="AllowedValues">For strings: the choices; empty for free text.</param>
public sealed record MetadataField(string Key, MetadataType Type, bool Required = false, IReadOnlyList<string>? AllowedValues = null);

/// <summary>A customer. Slug, S3 prefix and attribute value are three fields, each unique after case and Unicode folding.</summary>
public sealed class Tenant
{
    public Guid Id { get; set; }

    public Guid ConnectionId { get; set; }

    /// <summary>In addresses of the portal: lower case letters, digits and hyphens.</summary>
    public required string Slug { get; set; }

    /// <summary>What people call it.</summary>
    public required string Name { get; set; }

    /// <summary>Where its documents are, ending with "/"; never a prefix of another tenant's.</summary>
    public required string Prefix { get; set; }

    /// <summary>The value of the tenant attribute in sidecars and filters; case counts there.</summary>
    public required string AttributeValue { get; set; }

    public TenantState State { get; set; }

    public KnowledgeBaseSharing Sharing { get; set; }

    /// <summary>The knowledge base that holds its chunks.</summary>
    public string? KnowledgeBaseId { get; set; }

    /// <summary>The data source that covers its prefix.</summary>
    public string? DataSourceId { get; set; }

    /// <summary>Folders made at onboarding and offered at upload.</summary>
    public string[] Folders { get; set; } = [];

    /// <summary>What its documents say of themselves.</summary>
    public List<MetadataField> Schema { get; set; } = [];

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Slug, prefix and value after Unicode compatibility normalisation and case folding: what uniqueness is about. Set by whoever writes the tenant.</summary>
    internal string SlugFolded { get; set; } = "";

    internal string PrefixFolded { get; set; } = "";

    internal string AttributeValueFolded { get; set; } = "";
}
