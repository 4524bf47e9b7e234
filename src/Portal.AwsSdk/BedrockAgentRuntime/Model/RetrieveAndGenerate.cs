using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>The input of <see cref="IAmazonBedrockAgentRuntime.RetrieveAndGenerateAsync"/>.</summary>
[RestOperation("POST", "/retrieveAndGenerate")]
public class RetrieveAndGenerateRequest : AmazonBedrockAgentRuntimeRequest
{
    public RetrieveAndGenerateInput Input { get; set; }

    public RetrieveAndGenerateConfiguration? RetrieveAndGenerateConfiguration { get; set; }

    public RetrieveAndGenerateSessionConfiguration? SessionConfiguration { get; set; }

    /// <summary>Continues a conversation; leave it unset to begin one, the answer then bears the new session's id.</summary>
    public string? SessionId { get; set; }

    public UserContext? UserContext { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrockAgentRuntime.RetrieveAndGenerateAsync"/>.</summary>
public class RetrieveAndGenerateResponse : AmazonWebServiceResponse
{
    public List<Citation>? Citations { get; set; }

    public GuadrailAction? GuardrailAction { get; set; }

    public RetrieveAndGenerateOutput Output { get; set; }

    public string SessionId { get; set; }
}
