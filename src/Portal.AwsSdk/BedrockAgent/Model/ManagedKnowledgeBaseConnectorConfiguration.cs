using Amazon.Runtime.Documents;

namespace Amazon.BedrockAgent.Model;

/// <summary>A connector of a managed knowledge base.</summary>
public class ManagedKnowledgeBaseConnectorConfiguration
{
    public DeletionProtectionConfiguration? DeletionProtectionConfiguration { get; set; }

    public MediaExtractionConfiguration? MediaExtractionConfiguration { get; set; }

    public Document ConnectorParameters { get; set; }
}

/// <summary>Stops a sync that would delete more than a given share of the documents.</summary>
public class DeletionProtectionConfiguration
{
    public EnabledOrDisabledState DeletionProtectionStatus { get; set; }

    public int? DeletionProtectionThreshold { get; set; }
}

/// <summary>Which media are taken out of documents.</summary>
public class MediaExtractionConfiguration
{
    public ImageExtractionConfiguration? ImageExtractionConfiguration { get; set; }
}

/// <summary>Whether images are taken out of documents.</summary>
public class ImageExtractionConfiguration
{
    public EnabledOrDisabledState ImageExtractionStatus { get; set; }
}
