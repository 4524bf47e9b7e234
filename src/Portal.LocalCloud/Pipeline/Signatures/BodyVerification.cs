using System.Globalization;

namespace Portal.LocalCloud.Pipeline.Signatures;

/// <summary>Puts the check that a payload hash asks for between the connection and whoever reads the body.</summary>
internal static class BodyVerification
{
    public static void Attach(AwsCall call, SignatureClaim claim, string payloadHash, SigningKey key)
    {
        switch (payloadHash)
        {
            case SignatureVerifier.UnsignedPayload:
                return;
            case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD":
            case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER":
                Unframe(call, new ChunkSigner(key, claim), payloadHash.EndsWith("-TRAILER", StringComparison.Ordinal));
                return;
            case "STREAMING-UNSIGNED-PAYLOAD-TRAILER":
                Unframe(call, null, true);
                return;
            default:
                if (payloadHash.Length != 64 || !payloadHash.All(char.IsAsciiHexDigit))
                    throw new SignatureException(new SignatureProblem(
                        SignatureProblemKind.ContentHashUnsupported,
                        "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER, or a valid sha256 value.")
                    {
                        Fields = [new("ArgumentName", "x-amz-content-sha256"), new("ArgumentValue", payloadHash)],
                    });
                call.Body = new HashedBody(call.Body, payloadHash.ToLowerInvariant());
                return;
        }
    }

    private static void Unframe(AwsCall call, ChunkSigner? signer, bool trailers)
    {
        if (!long.TryParse(call.Header("x-amz-decoded-content-length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            throw new AwsFault("MissingContentLength", 411, "You must provide the Content-Length HTTP header.");
        var body = new ChunkedBody(call.Body, length, signer, trailers);
        call.Body = body;
        call.BodyLength = length;
        call.Trailers = body.Trailers;

        // The framing is transport: it must not be stored as an encoding of the content.
        var headers = call.Http.Request.Headers;
        headers.ContentEncoding = string.Join(',', (call.Header("Content-Encoding") ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(encoding => encoding != "aws-chunked"));
    }
}
