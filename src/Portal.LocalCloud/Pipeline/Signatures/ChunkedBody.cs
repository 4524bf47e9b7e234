using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;

namespace Portal.LocalCloud.Pipeline.Signatures;

/// <summary>
/// Takes the aws-chunked frames off a body and verifies each chunk's signature and the trailing headers'. Bytes are handed on before the
/// signature of their chunk is known (a chunk may be of any size), so a reader must not commit before the end.
/// </summary>
internal sealed class ChunkedBody(Stream framed, long decodedLength, ChunkSigner? signer, bool hasTrailers) : ForwardReadStream
{
    private const int LongestLine = 8 * 1024;
    private readonly PipeReader reader = PipeReader.Create(framed, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Dictionary<string, string> trailers = new(StringComparer.OrdinalIgnoreCase);
    private string chunkSignature = "";
    private long inChunk;
    private long delivered;
    private bool between = true;
    private bool first = true;
    private bool ended;

    public IReadOnlyDictionary<string, string> Trailers => trailers;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!ended && !buffer.IsEmpty)
        {
            if (between)
            {
                await BeginChunkAsync(cancellationToken);
                continue;
            }

            var result = await reader.ReadAsync(cancellationToken);
            if (result.Buffer.IsEmpty && result.IsCompleted)
                throw Incomplete();
            var count = (int)Math.Min(Math.Min(result.Buffer.Length, inChunk), buffer.Length);
            var slice = result.Buffer.Slice(0, count);
            slice.CopyTo(buffer.Span);
            reader.AdvanceTo(slice.End);
            if (signer is not null)
                hash.AppendData(buffer.Span[..count]);
            inChunk -= count;
            delivered += count;
            if (delivered > decodedLength)
                throw Incomplete();
            if (inChunk == 0)
                EndChunk();
            return count;
        }

        return 0;
    }

    private async ValueTask BeginChunkAsync(CancellationToken token)
    {
        if (!first && await ReadLineAsync(token) is not "")
            throw Incomplete();
        first = false;
        var header = await ReadLineAsync(token) ?? throw Incomplete();
        var parts = header.Split(';', 2);
        if (!long.TryParse(parts[0].Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out inChunk) || inChunk < 0)
            throw Incomplete();
        if (signer is not null)
        {
            const string Extension = "chunk-signature=";
            chunkSignature = parts.Length == 2 && parts[1].StartsWith(Extension, StringComparison.Ordinal)
                ? parts[1][Extension.Length..]
                : throw Mismatch();
        }

        between = false;
        if (inChunk > 0)
            return;
        EndChunk();
        if (delivered != decodedLength)
            throw Incomplete();
        if (hasTrailers)
            await ReadTrailersAsync(token);
        await DrainAsync(token);
        ended = true;
    }

    private void EndChunk()
    {
        between = true;
        if (signer?.Accepts(chunkSignature, Convert.ToHexStringLower(hash.GetHashAndReset())) == false)
            throw Mismatch();
    }

    private async ValueTask ReadTrailersAsync(CancellationToken token)
    {
        var signed = new StringBuilder();
        string? signature = null;
        while (await ReadLineAsync(token) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
                throw new AwsFault("MalformedTrailerError", 400, "The request contained trailing data that was not well-formed or did not conform to our published schema.");
            var name = line[..colon].Trim().ToLowerInvariant();
            var value = line[(colon + 1)..].Trim();
            if (name == "x-amz-trailer-signature")
            {
                signature = value;
            }
            else
            {
                trailers[name] = value;
                signed.Append(name).Append(':').Append(value).Append('\n');
            }
        }

        if (signer is not null && (signature is null || !signer.AcceptsTrailers(signature, signed.ToString())))
            throw Mismatch();
    }

    private async ValueTask DrainAsync(CancellationToken token)
    {
        ReadResult result;
        do
        {
            result = await reader.ReadAsync(token);
            reader.AdvanceTo(result.Buffer.End);
        }
        while (!result.IsCompleted);
    }

    /// <summary>A line without its end; null when the body ended before one began.</summary>
    private async ValueTask<string?> ReadLineAsync(CancellationToken token)
    {
        while (true)
        {
            var result = await reader.ReadAsync(token);
            if (result.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Encoding.UTF8.GetString(result.Buffer.Slice(0, end)).TrimEnd('\r');
                reader.AdvanceTo(result.Buffer.GetPosition(1, end));
                return line;
            }

            if (result.IsCompleted)
            {
                var rest = Encoding.UTF8.GetString(result.Buffer).TrimEnd('\r');
                reader.AdvanceTo(result.Buffer.End);
                return rest.Length == 0 ? null : rest;
            }

            if (result.Buffer.Length > LongestLine)
                throw Incomplete();
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private static AwsFault Incomplete() =>
        new("IncompleteBody", 400, "The request body terminated unexpectedly");

    private static SignatureException Mismatch() => new(
        SignatureProblemKind.Mismatch,
        "The request signature we calculated does not match the signature you provided. Check your key and signing method.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            hash.Dispose();
        base.Dispose(disposing);
    }
}
