using System.Buffers.Binary;

namespace Portal.AwsSdk.Protocol;

/// <summary>
/// Gives an event stream's bytes without ever handing out parts of two messages in one read. The SDK drops the events it decoded
/// from a read when a later message of the same read is an exception; so no read holds more than one message. An end within a
/// message is an error, where the SDK would take it for the end of the stream.
/// </summary>
internal sealed class MessageBoundaryStream(Stream inner) : Stream
{
    private const int LengthBytes = 4;
    private const int SmallestMessage = 16;

    private readonly byte[] length = new byte[LengthBytes];
    private int lengthRead = LengthBytes;
    private int remaining;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (AtBoundary && !Begin(inner.ReadAtLeast(length, LengthBytes, throwOnEndOfStream: false)))
            return 0;
        if (lengthRead < LengthBytes)
            return CopyLength(buffer);
        return Advance(inner.Read(buffer[..Math.Min(buffer.Length, remaining)]));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (AtBoundary && !Begin(await inner.ReadAtLeastAsync(length, LengthBytes, throwOnEndOfStream: false, cancellationToken)))
            return 0;
        if (lengthRead < LengthBytes)
            return CopyLength(buffer.Span);
        return Advance(await inner.ReadAsync(buffer[..Math.Min(buffer.Length, remaining)], cancellationToken));
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private bool AtBoundary => remaining == 0 && lengthRead == LengthBytes;

    private static EndOfStreamException Truncated() => new("The event stream ended within a message.");

    private bool Begin(int read)
    {
        if (read == 0)
            return false;
        if (read < LengthBytes)
            throw Truncated();

        // A length no message can have is passed on as the prelude it came in; the decoder then refuses its checksum.
        remaining = Math.Max(BinaryPrimitives.ReadInt32BigEndian(length), SmallestMessage) - LengthBytes;
        lengthRead = 0;
        return true;
    }

    private int CopyLength(Span<byte> buffer)
    {
        var part = length.AsSpan(lengthRead, Math.Min(buffer.Length, LengthBytes - lengthRead));
        part.CopyTo(buffer);
        lengthRead += part.Length;
        return part.Length;
    }

    private int Advance(int read)
    {
        if (read == 0)
            throw Truncated();
        remaining -= read;
        return read;
    }
}
