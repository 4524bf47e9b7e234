using System.Net;
using Amazon.Runtime;

namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>A resource the service depends on, such as the vector store, is misconfigured or refused. HTTP 424.</summary>
public class DependencyFailedException : AmazonBedrockAgentRuntimeException
{
    public DependencyFailedException(string message) : base(message) { }

    public DependencyFailedException(string message, Exception innerException) : base(message, innerException) { }

    public DependencyFailedException(Exception innerException) : base(innerException) { }

    public DependencyFailedException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public DependencyFailedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public string? ResourceName { get; set; }
}
