namespace Amazon.BedrockRuntime.Model;

/// <summary>Whether the model cites this source.</summary>
public class CitationsConfig
{
    public bool? Enabled { get; set; }
}
