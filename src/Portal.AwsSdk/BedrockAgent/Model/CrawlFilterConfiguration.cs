namespace Amazon.BedrockAgent.Model;

/// <summary>Which content is read.</summary>
public class CrawlFilterConfiguration
{
    public CrawlFilterConfigurationType Type { get; set; }

    public PatternObjectFilterConfiguration? PatternObjectFilter { get; set; }
}

/// <summary>Patterns by kind of content.</summary>
public class PatternObjectFilterConfiguration
{
    public List<PatternObjectFilter>? Filters { get; set; }
}

/// <summary>Patterns that let content of one kind in or keep it out.</summary>
public class PatternObjectFilter
{
    public string ObjectType { get; set; }

    public List<string>? InclusionFilters { get; set; }

    public List<string>? ExclusionFilters { get; set; }
}
