namespace Portal.Documents;

/// <summary>A file to be stored.</summary>
/// <param name="Key">Where.</param>
/// <param name="Length">Its bytes; null when unknown. Another number of bytes in the content is a fault.</param>
/// <param name="Attributes">Metadata without the tenant attribute, which the portal adds.</param>
/// <param name="Records">For CSV: how rows become records; null to index the file as one text.</param>
/// <param name="Replace">Whether a document of the same key may be replaced.</param>
/// <param name="ConfirmedUnindexed">Whether it is stored although it is too large to be indexed.</param>
public sealed record DocumentUpload(
    DocumentKey Key, long? Length, IReadOnlyDictionary<string, MetadataAttribute> Attributes, RecordStructure? Records = null, bool Replace = false, bool ConfirmedUnindexed = false);

/// <summary>A stored file.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="VersionId">Its version in a bucket with versions.</param>
public sealed record StoredDocument(string Key, long Bytes, string? VersionId);
