namespace Portal.Web.Documents;

/// <summary>Addresses of folders and documents. Names are escaped segment by segment, so that any legal name survives.</summary>
public static class DocumentLinks
{
    /// <summary>The page of a folder, given below the tenant's prefix; empty for the prefix itself.</summary>
    public static string Folder(string slug, string folder = "") =>
        $"/tenants/{Uri.EscapeDataString(slug)}/documents{string.Concat(folder.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(segment => "/" + Uri.EscapeDataString(segment)))}";

    /// <summary>The content of a document, given by its path below the tenant's prefix.</summary>
    public static string Download(string slug, string path) => $"/tenants/{Uri.EscapeDataString(slug)}/download?path={Uri.EscapeDataString(path)}";

    /// <summary>Where a document's bytes are sent.</summary>
    public static string Upload(string slug, string folder, string name) =>
        $"/tenants/{Uri.EscapeDataString(slug)}/upload?folder={Uri.EscapeDataString(folder)}&name={Uri.EscapeDataString(name)}";
}
