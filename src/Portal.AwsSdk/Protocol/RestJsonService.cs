using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Portal.AwsSdk.Protocol;

/// <summary>
/// One AWS service that speaks REST JSON. Every client holds one and asks it how to invoke an operation.
/// </summary>
/// <remarks>
/// <para>To add an operation:</para>
/// <list type="number">
/// <item>Write its request and response in <c>&lt;Service&gt;/Model</c>, named and shaped as in the official SDK: the request derives
/// from <c>Amazon&lt;Service&gt;Request</c> and bears <see cref="RestOperationAttribute"/>, the response derives from
/// <see cref="AmazonWebServiceResponse"/>. Value types are nullable; lists and maps are nullable and not initialised; other members
/// are non-null where AWS's model requires them.</item>
/// <item>Say where members travel that are not in the JSON body: <see cref="UriLabelAttribute"/>, <see cref="QueryStringAttribute"/>,
/// <see cref="HeaderAttribute"/>, <see cref="PayloadAttribute"/>; mark the client token with <see cref="IdempotencyTokenAttribute"/>.
/// The wire name is the member's name with a small first letter; <see cref="WireNameAttribute"/> overrides it.</item>
/// <item>Write the shapes it reaches as plain classes, enumerations as <see cref="ConstantClass"/>, free-form JSON as
/// <see cref="Amazon.Runtime.Documents.Document"/>, blobs as <see cref="MemoryStream"/>, times as <see cref="DateTime"/>. Unions are plain
/// classes with one member set. Members this client does not know are skipped on read.</item>
/// <item>Exceptions are found by name: a class of the service's <c>Model</c> namespace, named as AWS's error code, with the official
/// constructors. Its own members are read from the error's body.</item>
/// <item>Add the method to the client and its interface: one line that calls <see cref="Invocation{TRequest,TResponse}"/>. List operations get a
/// <see cref="Paginator{TRequest,TResponse}"/>.</item>
/// <item>An event stream is a class beside the response like <c>ConverseStreamOutput</c>, with <see cref="EventStreamShapes"/> naming its events
/// and exceptions, and is the response's <see cref="PayloadAttribute"/> member.</item>
/// </list>
/// <para>The tests then round-trip every member of the new request and check that it has a place on the wire.</para>
/// </remarks>
/// <param name="name">The service's name in the official SDK, such as <c>Amazon.BedrockAgent</c>.</param>
/// <param name="apiVersion">The date of the service's API.</param>
/// <param name="exceptionType">The base class of the service's exceptions.</param>
internal sealed class RestJsonService(string name, string apiVersion, Type exceptionType)
{
    /// <summary>The service's name in the official SDK.</summary>
    public string Name { get; } = name;

    /// <summary>The date of the service's API, sent as <c>x-amz-api-version</c>.</summary>
    public string ApiVersion { get; } = apiVersion;

    /// <summary>Turns errors into the service's typed exceptions.</summary>
    public ServiceErrors Errors { get; } = new(exceptionType);

    /// <summary>How to invoke the operation that <typeparamref name="TRequest"/> describes.</summary>
    public InvokeOptions Invocation<TRequest, TResponse>()
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new() =>
        new()
        {
            RequestMarshaller = new RestJsonRequestMarshaller<TRequest>(this),
            ResponseUnmarshaller = new RestJsonResponseUnmarshaller<TResponse>(this),
        };

    /// <summary>A fault of the caller found before anything is sent.</summary>
    public AmazonServiceException Refuse(string message) =>
        Errors.Create(new ErrorResponse { Message = message, StatusCode = default(HttpStatusCode) }, body: default);
}
