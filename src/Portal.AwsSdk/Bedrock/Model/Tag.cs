namespace Amazon.Bedrock.Model;

/// <summary>A tag.</summary>
public class Tag
{
    public string Key { get; set; }

    public string Value { get; set; }
}
