using System.Net;
using Amazon.Runtime;

namespace Amazon.BedrockRuntime.Model;

/// <summary>The model failed to process the request. HTTP 424.</summary>
public class ModelErrorException : AmazonBedrockRuntimeException
{
    public ModelErrorException(string message) : base(message) { }

    public ModelErrorException(string message, Exception innerException) : base(message, innerException) { }

    public ModelErrorException(Exception innerException) : base(innerException) { }

    public ModelErrorException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public ModelErrorException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public int? OriginalStatusCode { get; set; }

    public string? ResourceName { get; set; }
}
