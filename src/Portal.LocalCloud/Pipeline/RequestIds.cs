using System.Security.Cryptography;

namespace Portal.LocalCloud.Pipeline;

/// <summary>Request ids, in the headers that each family of services uses.</summary>
internal static class RequestIds
{
    public static string New() => Guid.NewGuid().ToString();

    public static string HostId(string requestId) => Convert.ToBase64String(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(requestId)));

    public static void Stamp(AwsCall call)
    {
        var headers = call.Http.Response.Headers;
        headers["x-amzn-RequestId"] = call.RequestId;
        headers["x-amz-request-id"] = call.RequestId;
        headers["x-amz-id-2"] = HostId(call.RequestId);
    }
}
