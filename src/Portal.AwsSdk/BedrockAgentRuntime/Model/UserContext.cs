namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>The user on whose behalf the knowledge base is searched.</summary>
public class UserContext
{
    public string UserId { get; set; }
}
