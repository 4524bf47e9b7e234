using System.Net;
using Amazon.Runtime;

namespace Amazon.BedrockAgent;

/// <summary>Any error the service answers with; known error codes have a subclass of their own in <c>Amazon.BedrockAgent.Model</c>.</summary>
public class AmazonBedrockAgentException : AmazonServiceException
{
    public AmazonBedrockAgentException(string message) : base(message) { }

    public AmazonBedrockAgentException(string message, Exception innerException) : base(message, innerException) { }

    public AmazonBedrockAgentException(Exception innerException) : base(innerException) { }

    public AmazonBedrockAgentException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public AmazonBedrockAgentException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
