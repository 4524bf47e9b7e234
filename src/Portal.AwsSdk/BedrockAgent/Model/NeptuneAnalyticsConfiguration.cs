namespace Amazon.BedrockAgent.Model;

/// <summary>A graph of Amazon Neptune Analytics.</summary>
public class NeptuneAnalyticsConfiguration
{
    public string GraphArn { get; set; }

    public NeptuneAnalyticsFieldMapping FieldMapping { get; set; }
}

/// <summary>The fields that hold text and metadata.</summary>
public class NeptuneAnalyticsFieldMapping
{
    public string TextField { get; set; }

    public string MetadataField { get; set; }
}
