namespace Amazon.BedrockAgent.Model;

/// <summary>Which ingestion jobs to list.</summary>
public class IngestionJobFilter
{
    public IngestionJobFilterAttribute Attribute { get; set; }

    public IngestionJobFilterOperator Operator { get; set; }

    public List<string>? Values { get; set; }
}
