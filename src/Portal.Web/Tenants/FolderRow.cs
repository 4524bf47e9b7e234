namespace Portal.Web.Tenants;

/// <summary>One folder of a form.</summary>
public sealed class FolderRow
{
    public string? Path { get; set; }
}
