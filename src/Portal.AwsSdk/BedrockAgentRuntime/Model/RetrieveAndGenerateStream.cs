using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>The input of <see cref="IAmazonBedrockAgentRuntime.RetrieveAndGenerateStreamAsync"/>.</summary>
[RestOperation("POST", "/retrieveAndGenerateStream")]
public class RetrieveAndGenerateStreamRequest : AmazonBedrockAgentRuntimeRequest
{
    public RetrieveAndGenerateInput Input { get; set; }

    public RetrieveAndGenerateConfiguration? RetrieveAndGenerateConfiguration { get; set; }

    public RetrieveAndGenerateSessionConfiguration? SessionConfiguration { get; set; }

    /// <summary>Continues a conversation; leave it unset to begin one, the answer then bears the new session's id.</summary>
    public string? SessionId { get; set; }

    public UserContext? UserContext { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrockAgentRuntime.RetrieveAndGenerateStreamAsync"/>.</summary>
public class RetrieveAndGenerateStreamResponse : AmazonWebServiceResponse, IDisposable
{
    [Header("x-amzn-bedrock-knowledge-base-session-id")]
    public string SessionId { get; set; }

    [Payload]
    public RetrieveAndGenerateStreamResponseOutput Stream { get; set; }

    /// <summary>Ends the stream and its connection.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;

        Stream?.Dispose();
        Stream = null!;
    }
}
