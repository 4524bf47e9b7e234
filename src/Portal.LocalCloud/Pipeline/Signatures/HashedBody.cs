using System.Security.Cryptography;

namespace Portal.LocalCloud.Pipeline.Signatures;

/// <summary>Hashes a body while it is read and fails at its end when it is not the body that was signed.</summary>
internal sealed class HashedBody(Stream source, string expected) : ForwardReadStream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool ended;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (ended || buffer.IsEmpty)
            return 0;
        var read = await source.ReadAsync(buffer, cancellationToken);
        if (read > 0)
        {
            hash.AppendData(buffer.Span[..read]);
            return read;
        }

        ended = true;
        var computed = Convert.ToHexStringLower(hash.GetHashAndReset());
        if (computed != expected)
            throw new SignatureException(new SignatureProblem(
                SignatureProblemKind.ContentHashMismatch, "The provided 'x-amz-content-sha256' header does not match what was computed.")
            {
                Fields = [new("ClientComputedContentSHA256", expected), new("S3ComputedContentSHA256", computed)],
            });
        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            hash.Dispose();
        base.Dispose(disposing);
    }
}
