using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Portal.AwsSdk.Protocol;

/// <summary>Writes any request class as REST JSON, by its attributes. See <see cref="RestJsonService"/> for the rules.</summary>
internal sealed class RestJsonRequestMarshaller<TRequest>(RestJsonService service) : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    private static readonly RestOperationAttribute Operation =
        typeof(TRequest).GetCustomAttribute<RestOperationAttribute>() ?? throw new InvalidOperationException($"{typeof(TRequest)} names no operation.");

    private static readonly BoundMember[] Labels = BoundMember.Labels(typeof(TRequest));
    private static readonly BoundMember[] Queries = BoundMember.Queries(typeof(TRequest));
    private static readonly BoundMember[] Headers = BoundMember.Headers(typeof(TRequest));
    private static readonly PropertyInfo? Payload = BoundMember.Payload(typeof(TRequest));
    private static readonly bool HasBody = typeof(TRequest).GetProperties().Any(property => property.CanWrite && RestJsonContract.IsBodyMember(property));

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service.Name) { HttpMethod = Operation.Method, ResourcePath = Operation.Uri };
        request.Headers["x-amz-api-version"] = service.ApiVersion;
        WriteBody(request, input);
        WriteLabels(request, input);
        WriteQuery(request, input);
        WriteHeaders(request, input);
        return request;
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        ConstantClass constant => constant.Value,
        bool flag => flag ? "true" : "false",
        DateTime time => TimestampConverter.Format(time),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static void WriteBody(DefaultRequest request, AmazonWebServiceRequest input)
    {
        if (Payload is not null)
        {
            request.ContentStream = (MemoryStream?)Payload.GetValue(input) ?? new MemoryStream();
            request.ContentStream.Position = 0;
            request.Headers["Content-Length"] = request.ContentStream.Length.ToString(CultureInfo.InvariantCulture);
            request.Headers["Content-Type"] = "application/octet-stream";
        }
        else if (HasBody)
        {
            request.Content = JsonSerializer.SerializeToUtf8Bytes(input, typeof(TRequest), RestJsonContract.Options);
            request.Headers["Content-Type"] = "application/json";
        }
    }

    private static void WriteQuery(DefaultRequest request, AmazonWebServiceRequest input)
    {
        if (Queries.Length == 0)
            return;

        request.UseQueryString = true;
        foreach (var member in Queries)
        {
            var value = member.Get(input);
            if (value is IEnumerable values and not string)
                request.ParameterCollection.Add(member.Name, [.. values.Cast<object>().Select(item => Text(item)!)]);
            else if (Text(value) is { } text)
                request.ParameterCollection.Add(member.Name, text);
        }
    }

    private static void WriteHeaders(DefaultRequest request, AmazonWebServiceRequest input)
    {
        foreach (var member in Headers)
        {
            if (Text(member.Get(input)) is { } text)
                request.Headers[member.Name] = text;
        }
    }

    private void WriteLabels(DefaultRequest request, AmazonWebServiceRequest input)
    {
        foreach (var member in Labels)
        {
            // An empty label would turn, say, GetKnowledgeBase into ListKnowledgeBases.
            if (Text(member.Get(input)) is not { Length: > 0 } text)
                throw service.Refuse($"Request object does not have required field {member.Property.Name} set");
            request.AddPathResource(member.Name, text);
        }
    }
}
