namespace Amazon.BedrockAgent.Model;

/// <summary>What an ingestion job has done so far.</summary>
public class IngestionJobStatistics
{
    /// <summary>Documents looked at, changed or not; metadata files are counted apart.</summary>
    public long? NumberOfDocumentsScanned { get; set; }

    public long? NumberOfMetadataDocumentsScanned { get; set; }

    public long? NumberOfNewDocumentsIndexed { get; set; }

    public long? NumberOfModifiedDocumentsIndexed { get; set; }

    public long? NumberOfMetadataDocumentsModified { get; set; }

    public long? NumberOfDocumentsDeleted { get; set; }

    public long? NumberOfDocumentsFailed { get; set; }

    public long? NumberOfDocumentsSkipped { get; set; }
}
