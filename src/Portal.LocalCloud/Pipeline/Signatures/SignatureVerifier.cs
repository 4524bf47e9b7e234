using System.Globalization;

namespace Portal.LocalCloud.Pipeline.Signatures;

/// <summary>
/// Verifies SigV4 signatures and arranges for the body to be verified while it is read. The clock is the machine's own and not that of the
/// resources: clients sign by real time however far a test has turned the resources' clock.
/// </summary>
internal sealed class SignatureVerifier(LocalCloudOptions options, TimeProvider clock)
{
    public const string UnsignedPayload = "UNSIGNED-PAYLOAD";

    private const int BufferedBodyLimit = 64 * 1024 * 1024;
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(15);

    /// <exception cref="SignatureException">The request is not to be believed.</exception>
    public async Task VerifyAsync(AwsCall call, SignatureClaim claim, ServiceApi api, CancellationToken token)
    {
        if (claim.AccessKeyId != options.AccessKeyId)
            throw new SignatureException(new SignatureProblem(SignatureProblemKind.UnknownKey, "The AWS Access Key Id you provided does not exist in our records.")
            {
                Fields = [new("AWSAccessKeyId", claim.AccessKeyId)],
            });
        CheckScope(claim);
        CheckTime(claim);

        var s3 = api.StreamsBodies;
        byte[]? buffered = s3 ? null : await BufferAsync(call, token);
        var payloadHash = PayloadHash(call, claim, s3, buffered);
        var key = new SigningKey(options.SecretAccessKey, claim.Scope);
        CheckSignature(call, claim, s3, payloadHash, key);
        CheckSignedHeaders(call, claim);

        if (buffered is not null)
        {
            if (payloadHash != UnsignedPayload && payloadHash != SigningKey.Hash(buffered))
                throw new SignatureException(SignatureProblemKind.Mismatch, MismatchMessage);
        }
        else
        {
            BodyVerification.Attach(call, claim, payloadHash, key);
        }
    }

    private const string MismatchMessage =
        "The request signature we calculated does not match the signature you provided. Check your key and signing method.";

    private void CheckScope(SignatureClaim claim)
    {
        if (claim.Scope.Region != options.Region)
            throw new SignatureException(new SignatureProblem(
                SignatureProblemKind.WrongScope,
                $"The authorization header is malformed; the region '{claim.Scope.Region}' is wrong; expecting '{options.Region}'")
            {
                Fields = [new("Region", options.Region)],
            });
        if (!claim.Timestamp.StartsWith(claim.Scope.Date, StringComparison.Ordinal))
            throw new SignatureException(SignatureProblemKind.WrongScope, $"The authorization header is malformed; Invalid credential date \"{claim.Scope.Date}\". This date is not the same as X-Amz-Date: \"{claim.Timestamp[..8]}\".");
    }

    private void CheckTime(SignatureClaim claim)
    {
        var now = clock.GetUtcNow();
        if (claim.Lifetime is { } lifetime)
        {
            var end = claim.SignedAt + lifetime;
            if (now > end)
                throw new SignatureException(new SignatureProblem(SignatureProblemKind.Expired, "Request has expired")
                {
                    Fields =
                    [
                        new("X-Amz-Expires", lifetime.TotalSeconds.ToString(CultureInfo.InvariantCulture)),
                        new("Expires", Second(end)),
                        new("ServerTime", Second(now)),
                    ],
                });
            if (claim.SignedAt > now + Tolerance)
                throw new SignatureException(SignatureProblemKind.Expired, "Request is not yet valid");
            return;
        }

        if ((now - claim.SignedAt).Duration() > Tolerance)
            throw new SignatureException(new SignatureProblem(
                SignatureProblemKind.Skewed, "The difference between the request time and the current time is too large.")
            {
                Fields =
                [
                    new("RequestTime", claim.Timestamp),
                    new("ServerTime", Second(now)),
                    new("MaxAllowedSkewMilliseconds", Tolerance.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)),
                ],
            });
    }

    private static void CheckSignature(AwsCall call, SignatureClaim claim, bool s3, string payloadHash, SigningKey key)
    {
        string canonical = "", toSign = "";
        foreach (var path in CanonicalRequest.PathForms(call.Target.Path, s3))
        {
            canonical = CanonicalRequest.Build(call, claim, path, payloadHash);
            toSign = CanonicalRequest.StringToSign(claim, canonical);
            if (SigningKey.SameSignature(key.Sign(toSign), claim.Signature))
                return;
        }

        throw new SignatureException(new SignatureProblem(SignatureProblemKind.Mismatch, MismatchMessage)
        {
            Fields =
            [
                new("AWSAccessKeyId", claim.AccessKeyId),
                new("StringToSign", toSign),
                new("SignatureProvided", claim.Signature),
                new("CanonicalRequest", canonical),
            ],
        });
    }

    /// <summary>Host and every x-amz- header that was sent must be under the signature, or they could be altered on the way.</summary>
    private static void CheckSignedHeaders(AwsCall call, SignatureClaim claim)
    {
        var unsigned = call.Http.Request.Headers.Keys
            .Select(name => name.ToLowerInvariant())
            .Where(name => name == "host" || name.StartsWith("x-amz-", StringComparison.Ordinal))
            .Where(name => !claim.SignedHeaders.Contains(name) && !(name == "host" && claim.SignedHeaders.Contains(":authority")))
            .Where(name => name is not "x-amz-content-sha256" || !claim.IsPresigned)
            .ToList();
        if (unsigned.Count > 0)
            throw new SignatureException(new SignatureProblem(SignatureProblemKind.HeadersNotSigned, "There were headers present in the request which were not signed")
            {
                Fields = [new("HeadersNotSigned", string.Join(", ", unsigned))],
            });
    }

    private static string PayloadHash(AwsCall call, SignatureClaim claim, bool s3, byte[]? buffered)
    {
        var declared = call.Header("x-amz-content-sha256") ?? (claim.IsPresigned ? call.Target.Value("X-Amz-Content-Sha256") : null);
        if (declared is not null)
            return declared;
        if (!s3)
            return SigningKey.Hash(buffered!);
        return claim.IsPresigned
            ? UnsignedPayload
            : throw new SignatureException(SignatureProblemKind.ContentHashMissing, "Missing required header for this request: x-amz-content-sha256");
    }

    private static async Task<byte[]> BufferAsync(AwsCall call, CancellationToken token)
    {
        var buffer = new MemoryStream();
        var block = new byte[16 * 1024];
        int read;
        while ((read = await call.Body.ReadAsync(block, token)) > 0)
        {
            if (buffer.Length + read > BufferedBodyLimit)
                throw new AwsFault("RequestEntityTooLargeException", 413, "Request Entity Too Large");
            buffer.Write(block, 0, read);
        }

        var bytes = buffer.ToArray();
        call.Body = new MemoryStream(bytes, writable: false);
        call.BodyLength = bytes.Length;
        return bytes;
    }

    private static string Second(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
