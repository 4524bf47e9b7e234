namespace Amazon.BedrockRuntime.Model;

/// <summary>One turn of a conversation.</summary>
public class Message
{
    public ConversationRole Role { get; set; }

    public List<ContentBlock>? Content { get; set; }
}
