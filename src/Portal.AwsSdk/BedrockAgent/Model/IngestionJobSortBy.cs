namespace Amazon.BedrockAgent.Model;

/// <summary>In which order to list ingestion jobs.</summary>
public class IngestionJobSortBy
{
    public IngestionJobSortByAttribute Attribute { get; set; }

    public SortOrder Order { get; set; }
}
