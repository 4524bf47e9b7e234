namespace Amazon.BedrockAgent.Model;

/// <summary>What reads the documents, when the default parser does not do.</summary>
public class ParsingConfiguration
{
    public ParsingStrategy ParsingStrategy { get; set; }

    public BedrockFoundationModelConfiguration? BedrockFoundationModelConfiguration { get; set; }

    public BedrockDataAutomationConfiguration? BedrockDataAutomationConfiguration { get; set; }
}

/// <summary>A foundation model that reads documents.</summary>
public class BedrockFoundationModelConfiguration
{
    public string ModelArn { get; set; }

    public ParsingPrompt? ParsingPrompt { get; set; }

    public ParsingModality? ParsingModality { get; set; }
}

/// <summary>What the reading model is told.</summary>
public class ParsingPrompt
{
    public string ParsingPromptText { get; set; }
}

/// <summary>Bedrock Data Automation reads documents.</summary>
public class BedrockDataAutomationConfiguration
{
    public ParsingModality? ParsingModality { get; set; }
}
