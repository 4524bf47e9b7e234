namespace Amazon.BedrockAgent.Model;

/// <summary>A knowledge base over a Kendra GenAI index.</summary>
public class KendraKnowledgeBaseConfiguration
{
    public string KendraIndexArn { get; set; }
}
