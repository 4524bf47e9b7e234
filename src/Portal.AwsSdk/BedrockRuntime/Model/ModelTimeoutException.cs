using System.Net;
using Amazon.Runtime;

namespace Amazon.BedrockRuntime.Model;

/// <summary>The model took too long. HTTP 408.</summary>
public class ModelTimeoutException : AmazonBedrockRuntimeException
{
    public ModelTimeoutException(string message) : base(message) { }

    public ModelTimeoutException(string message, Exception innerException) : base(message, innerException) { }

    public ModelTimeoutException(Exception innerException) : base(innerException) { }

    public ModelTimeoutException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public ModelTimeoutException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
