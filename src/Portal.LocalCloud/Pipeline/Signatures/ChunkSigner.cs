namespace Portal.LocalCloud.Pipeline.Signatures;

/// <summary>The chain of signatures over the chunks of one body: each chunk's signature covers that of the chunk before.</summary>
internal sealed class ChunkSigner(SigningKey key, SignatureClaim claim)
{
    private static readonly string EmptyHash = SigningKey.Hash("");
    private string previous = claim.Signature;

    public bool Accepts(string signature, string chunkHash) => Follow(signature, $"AWS4-HMAC-SHA256-PAYLOAD\n{claim.Timestamp}\n{claim.Scope}\n{previous}\n{EmptyHash}\n{chunkHash}");

    /// <param name="signature">As sent in x-amz-trailer-signature.</param>
    /// <param name="trailers">The trailing headers as <c>name:value\n</c>.</param>
    public bool AcceptsTrailers(string signature, string trailers) => Follow(signature, $"AWS4-HMAC-SHA256-TRAILER\n{claim.Timestamp}\n{claim.Scope}\n{previous}\n{SigningKey.Hash(trailers)}");

    private bool Follow(string signature, string stringToSign)
    {
        if (!SigningKey.SameSignature(key.Sign(stringToSign), signature))
            return false;
        previous = signature;
        return true;
    }
}
