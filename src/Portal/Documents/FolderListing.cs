namespace Portal.Documents;

/// <summary>A document as a list shows it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="ChangedAt">When S3 took it.</param>
/// <param name="HasSidecar">Whether a sidecar stands beside it. What it says is another question.</param>
public sealed record DocumentEntry(DocumentKey Key, long Bytes, DateTimeOffset ChangedAt, bool HasSidecar)
{
    /// <summary>Whether Amazon Bedrock would index a file of this type and size.</summary>
    public bool WillBeIndexed => DocumentRules.Check(Key.Name, Bytes, confirmedUnindexed: false) is null;
}

/// <summary>One page of a folder.</summary>
/// <param name="Folder">The folder below the tenant's prefix; empty for the prefix itself.</param>
/// <param name="Folders">Names of the folders in it.</param>
/// <param name="Documents">The documents in it, by key.</param>
/// <param name="Unhandled">Keys that the portal shows and does not touch: their names lead elsewhere in other tools.</param>
/// <param name="OrphanSidecars">Sidecars whose document is not there.</param>
/// <param name="NextToken">Where to go on; null at the end.</param>
public sealed record FolderListing(
    string Folder, IReadOnlyList<string> Folders, IReadOnlyList<DocumentEntry> Documents, IReadOnlyList<string> Unhandled, IReadOnlyList<string> OrphanSidecars, string? NextToken);
