using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.Wire;

/// <summary>Sends bodies: whole ones with their length, streamed ones as they come.</summary>
internal static class BodyWriter
{
    public static async Task WriteAsync(AwsCall call, ReadOnlyMemory<byte> body, string contentType, CancellationToken token)
    {
        var response = call.Http.Response;
        response.ContentType ??= contentType;
        response.ContentLength = body.Length;
        if (call.Method != "HEAD")
            await response.Body.WriteAsync(body, token);
    }

    public static async Task WriteAsync(AwsCall call, ResponseBody body, CancellationToken token)
    {
        call.Http.Response.ContentLength = body.Length;
        if (call.Method != "HEAD")
            await body.WriteToAsync(call.Http.Response.Body, token);
    }
}
