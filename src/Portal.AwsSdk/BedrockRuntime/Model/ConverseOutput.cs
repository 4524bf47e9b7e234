namespace Amazon.BedrockRuntime.Model;

/// <summary>The answer; exactly one member is set.</summary>
public class ConverseOutput
{
    public Message? Message { get; set; }
}
