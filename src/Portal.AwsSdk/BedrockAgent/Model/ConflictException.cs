using System.Net;
using Amazon.Runtime;

namespace Amazon.BedrockAgent.Model;

/// <summary>The resource is in a state, or has a name, that stands against the request. HTTP 409.</summary>
public class ConflictException : AmazonBedrockAgentException
{
    public ConflictException(string message) : base(message) { }

    public ConflictException(string message, Exception innerException) : base(message, innerException) { }

    public ConflictException(Exception innerException) : base(innerException) { }

    public ConflictException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public ConflictException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
