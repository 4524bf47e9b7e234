namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>A part of the answer and the chunks it rests on.</summary>
public class Citation
{
    public GeneratedResponsePart? GeneratedResponsePart { get; set; }

    public List<RetrievedReference>? RetrievedReferences { get; set; }
}
