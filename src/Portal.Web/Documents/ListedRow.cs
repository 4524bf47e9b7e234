using Portal.Documents;

namespace Portal.Web.Documents;

/// <summary>A folder or a document of a folder's list.</summary>
/// <param name="Name">Its own name.</param>
/// <param name="Document">Null for a folder.</param>
internal sealed record ListedRow(string Name, DocumentEntry? Document)
{
    /// <summary>Folders before documents, whatever their names.</summary>
    public string SortName => (Document is null ? "0" : "1") + Name;
}
