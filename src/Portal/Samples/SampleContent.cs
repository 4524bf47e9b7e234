using Portal.Documents;
using Portal.Tenants;

namespace Portal.Samples;

/// <summary>A document of the sample workspace, embedded in this assembly.</summary>
/// <param name="Folder">Below the tenant's prefix.</param>
/// <param name="Name">File name.</param>
/// <param name="Attributes">Its metadata beside the tenant attribute.</param>
/// <param name="ContentField">For CSV: the one column that is searched; all others can be filtered by.</param>
public sealed record SampleDocument(string Folder, string Name, IReadOnlyDictionary<string, MetadataAttribute> Attributes, string? ContentField = null)
{
    /// <summary>The bytes.</summary>
    public Stream Open(string tenant) =>
        typeof(SampleDocument).Assembly.GetManifestResourceStream($"Portal.Samples.Content.{tenant}.{Folder}.{Name}")
        ?? throw new InvalidOperationException($"The sample document {tenant}/{Folder}/{Name} is not embedded.");
}

/// <summary>A tenant of the sample workspace.</summary>
public sealed record SampleTenant(string Name, IReadOnlyList<SampleDocument> Documents);

/// <summary>The multi-tenancy story: two customers who must never read each other. Everything in it was written for the portal; nobody in it exists.</summary>
public static class SampleContent
{
    /// <summary>Folders of both tenants.</summary>
    public static IReadOnlyList<string> Folders { get; } = ["policies", "procedures", "records"];

    /// <summary>What their documents say of themselves.</summary>
    public static IReadOnlyList<MetadataField> Schema { get; } =
    [
        new("documentType", MetadataType.String),
        new("focus", MetadataType.String),
        new("publicationYear", MetadataType.Number),
        new("region", MetadataType.String, AllowedValues: ["Europe", "North America"]),
    ];

    /// <summary>The tenants and their documents.</summary>
    public static IReadOnlyList<SampleTenant> Tenants { get; } =
    [
        new("CustomerA",
        [
            new("policies", "hipaa-compliance-guide.md", Facts("HIPAA Compliance Guide", "HIPAA Compliance", 2022, "North America")),
            new("policies", "data-retention-policy.md", Facts("Policy", "Data Retention", 2023, "North America")),
            new("procedures", "incident-response.md", Facts("Procedure", "Incident Response", 2024, "North America")),
            new("records", "case_reports.csv", Facts("Case Reports", "Patient Care", 2024, "North America"), ContentField: "Content"),
        ]),
        new("CustomerB",
        [
            new("policies", "nhs-compliance-guidance.md", Facts("NHS Compliance Guidance", "UK Healthcare Compliance", 2023, "Europe")),
            new("procedures", "access-management.md", Facts("Procedure", "Access Management", 2024, "Europe")),
            new("records", "genetic_testings.csv", Facts("Genetic Tests", "Genetics", 2024, "Europe"), ContentField: "TestType"),
        ]),
    ];

    private static Dictionary<string, MetadataAttribute> Facts(string documentType, string focus, int year, string region) => new()
    {
        ["documentType"] = new(new MetadataValue.Text(documentType)),
        ["focus"] = new(new MetadataValue.Text(focus)),
        ["publicationYear"] = new(new MetadataValue.Number(year)),
        ["region"] = new(new MetadataValue.Text(region)),
    };
}
