using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Portal.LocalCloud.Pipeline;

/// <summary>One request on its way through the pipeline: what was sent, and who it turned out to come from.</summary>
internal sealed class AwsCall
{
    public AwsCall(HttpContext http, string requestId)
    {
        Http = http;
        RequestId = requestId;
        Target = RawTarget.Parse(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        Body = http.Request.Body;
        BodyLength = http.Request.ContentLength;
    }

    public HttpContext Http { get; }

    public string RequestId { get; }

    public RawTarget Target { get; }

    public string Method => Http.Request.Method;

    /// <summary>The payload once transport framing and its checks are peeled off; reading it may throw an <see cref="AwsFault"/>.</summary>
    public Stream Body { get; set; }

    /// <summary>Bytes of <see cref="Body"/> as announced, null when the sender did not say.</summary>
    public long? BodyLength { get; set; }

    /// <summary>Headers that followed an aws-chunked body; complete once the body was read to its end.</summary>
    public IReadOnlyDictionary<string, string> Trailers { get; set; } = new Dictionary<string, string>();

    /// <summary>A header's value, several joined by a comma as in the canonical request; null when absent.</summary>
    public string? Header(string name) =>
        // The host as an HTTP/2 client sends, and signs, it.
        name == ":authority" ? Http.Request.Host.Value
        : Http.Request.Headers.TryGetValue(name, out var values) ? string.Join(',', values.AsEnumerable()) : null;
}
