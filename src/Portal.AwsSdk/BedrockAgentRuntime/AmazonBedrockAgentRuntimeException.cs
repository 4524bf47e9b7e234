using System.Net;
using Amazon.Runtime;

namespace Amazon.BedrockAgentRuntime;

/// <summary>Any error the service answers with; known error codes have a subclass of their own in <c>Amazon.BedrockAgentRuntime.Model</c>.</summary>
public class AmazonBedrockAgentRuntimeException : AmazonServiceException
{
    public AmazonBedrockAgentRuntimeException(string message) : base(message) { }

    public AmazonBedrockAgentRuntimeException(string message, Exception innerException) : base(message, innerException) { }

    public AmazonBedrockAgentRuntimeException(Exception innerException) : base(innerException) { }

    public AmazonBedrockAgentRuntimeException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public AmazonBedrockAgentRuntimeException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
