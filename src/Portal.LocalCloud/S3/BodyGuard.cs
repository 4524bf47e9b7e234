using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.S3.Storage;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3;

/// <summary>Checks the digests of XML bodies. Operations that stream a body check it themselves, where they need the digests anyway.</summary>
internal static class BodyGuard
{
    private const int LargestDocument = 4 * 1024 * 1024;

    public static async Task Attach(AwsCall call, Operation operation, CancellationToken token)
    {
        if (operation.Request.Payload is not { } payload || payload.Type.Clr == typeof(RequestBody))
            return;
        var checksums = call.Http.Request.Headers.Keys
            .Where(name => name.StartsWith("x-amz-checksum-", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(name => name["x-amz-checksum-".Length..].ToLowerInvariant(), name => call.Header(name)!);

        // CompleteMultipartUpload names the checksum of the object there, not that of its own body.
        var declared = operation.Name == nameof(Uploads.CompleteMultipartUpload)
            ? DeclaredDigests.None
            : DeclaredDigests.Read(call.Header("Content-MD5"), checksums, call.Header("x-amz-sdk-checksum-algorithm"), call.Header("x-amz-trailer"));
        if (operation.Name == nameof(Objects.DeleteObjects) && declared is { ContentMd5: null, Algorithm: null })
            throw S3Faults.MissingDigest();

        var content = new MemoryStream();
        await DigestingReader.ReadAsync(new RequestBody(call.Body, call.BodyLength, () => call.Trailers), declared, (block, _) =>
        {
            if (content.Length + block.Length > LargestDocument)
                throw new AwsFault("MaxMessageLengthExceeded", 400, "Your request was too large.");
            content.Write(block.Span);
            return ValueTask.CompletedTask;
        }, token);
        content.Position = 0;
        call.Body = content;
    }
}
