using Portal.Documents;
using Portal.Tenants;

namespace Portal.Web.Documents;

/// <summary>A folder as far as it has been read.</summary>
internal sealed class FolderView(TenantScope scope, bool mayWrite, bool mayRead, FolderListing first)
{
    public TenantScope Scope { get; } = scope;

    public string Folder { get; } = first.Folder;

    public bool MayWrite { get; } = mayWrite;

    /// <summary>Whether contents may be read.</summary>
    public bool MayRead { get; } = mayRead;

    public List<ListedRow> Rows { get; } = [.. RowsOf(first)];

    public List<string> Unhandled { get; } = [.. first.Unhandled];

    public List<string> Orphans { get; } = [.. first.OrphanSidecars];

    public string? NextToken { get; private set; } = first.NextToken;

    public IEnumerable<DocumentEntry> Documents => Rows.Select(row => row.Document).OfType<DocumentEntry>();

    public void Add(FolderListing page)
    {
        Rows.AddRange(RowsOf(page));
        Unhandled.AddRange(page.Unhandled);
        Orphans.AddRange(page.OrphanSidecars);
        NextToken = page.NextToken;
    }

    private static IEnumerable<ListedRow> RowsOf(FolderListing page) =>
        page.Folders.Select(name => new ListedRow(name, null)).Concat(page.Documents.Select(entry => new ListedRow(entry.Key.Name, entry)));
}
