using System.Net;
using Amazon.Runtime;

namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>The caller, or a role the service assumes, may not do this. HTTP 403.</summary>
public class AccessDeniedException : AmazonBedrockAgentRuntimeException
{
    public AccessDeniedException(string message) : base(message) { }

    public AccessDeniedException(string message, Exception innerException) : base(message, innerException) { }

    public AccessDeniedException(Exception innerException) : base(innerException) { }

    public AccessDeniedException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public AccessDeniedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
