namespace Amazon.BedrockAgent.Model;

/// <summary>What the model is told about a table.</summary>
public class QueryGenerationTable
{
    public string Name { get; set; }

    public string? Description { get; set; }

    public IncludeExclude? Inclusion { get; set; }

    public List<QueryGenerationColumn>? Columns { get; set; }
}

/// <summary>What the model is told about a column.</summary>
public class QueryGenerationColumn
{
    public string? Name { get; set; }

    public string? Description { get; set; }

    public IncludeExclude? Inclusion { get; set; }
}
