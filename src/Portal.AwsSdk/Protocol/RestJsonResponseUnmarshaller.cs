using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Portal.AwsSdk.Protocol;

/// <summary>Reads any response class from REST JSON, by its attributes. See <see cref="RestJsonService"/> for the rules.</summary>
internal sealed class RestJsonResponseUnmarshaller<TResponse>(RestJsonService service) : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    private static readonly BoundMember[] Headers = BoundMember.Headers(typeof(TResponse));
    private static readonly PropertyInfo? Payload = BoundMember.Payload(typeof(TResponse));
    private static readonly bool IsEventStream = Payload is not null && Payload.PropertyType != typeof(MemoryStream);

    public override bool HasStreamingProperty => IsEventStream;

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        var response = ReadBody(input.Stream);
        foreach (var (property, header) in Headers)
        {
            if (input.ResponseData.IsHeaderPresent(header))
                property.SetValue(response, FromText(property.PropertyType, input.ResponseData.GetHeaderValue(header)));
        }

        return response;
    }

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var error = ReadError(input);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return service.Errors.Create(error, input.GetResponseBodyBytes());
    }

    protected override bool ShouldReadEntireResponse(IWebResponseData response, bool readEntireResponse) =>
        !IsEventStream && base.ShouldReadEntireResponse(response, readEntireResponse);

    private static TResponse ReadBody(Stream stream)
    {
        if (IsEventStream)
            return WithPayload(Activator.CreateInstance(Payload!.PropertyType, stream));

        using var body = new MemoryStream();
        stream.CopyTo(body);
        return Payload is null
            ? RestJsonContract.Read<TResponse>(body.GetBuffer().AsSpan(0, (int)body.Length))
            : WithPayload(new MemoryStream(body.ToArray()));
    }

    private static TResponse WithPayload(object? payload)
    {
        var response = new TResponse();
        Payload!.SetValue(response, payload);
        return response;
    }

    private static object? FromText(Type type, string text) =>
        typeof(ConstantClass).IsAssignableFrom(type)
            ? ConstantClassText.FindValue(type, text)
            : Convert.ChangeType(text, Nullable.GetUnderlyingType(type) ?? type, CultureInfo.InvariantCulture);

    private static ErrorResponse ReadError(JsonUnmarshallerContext input)
    {
        try
        {
            var reader = new StreamingUtf8JsonReader(input.Stream);
            return JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // Proxies and load balancers answer in HTML or with a bare value, at which the SDK's reader throws either of these;
            // the status still says what kind of failure it is.
            return new ErrorResponse
            {
                Message = GetDefaultErrorMessage<AmazonServiceException>(),
                RequestId = input.ResponseData.GetHeaderValue("x-amzn-RequestId"),
            };
        }
    }
}
