namespace Portal.Web.Tenants;

/// <summary>Addresses of a tenant's pages.</summary>
public static class TenantLinks
{
    public const string List = "/tenants";

    public const string New = "/tenants/new";

    public static string Home(string slug) => $"/tenants/{Uri.EscapeDataString(slug)}";

    public static string Settings(string slug) => $"{Home(slug)}/settings";

    public static string Ask(string slug) => $"{Home(slug)}/ask";
}
