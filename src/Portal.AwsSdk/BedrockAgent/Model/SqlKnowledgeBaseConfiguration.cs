namespace Amazon.BedrockAgent.Model;

/// <summary>A knowledge base over a database that is queried in SQL.</summary>
public class SqlKnowledgeBaseConfiguration
{
    public QueryEngineType Type { get; set; }

    public RedshiftConfiguration? RedshiftConfiguration { get; set; }
}
