namespace Portal.Documents;

/// <summary>Content as it comes from the network: in small pieces, not seekable, and open to interruption.</summary>
/// <param name="content">The bytes.</param>
/// <param name="atBytes">Where to interrupt.</param>
/// <param name="then">What happens there.</param>
/// <param name="wait">What the reader waits for there.</param>
internal sealed class Trickle(byte[] content, int atBytes = int.MaxValue, Action? then = null, Task? wait = null) : Stream
{
    private int position;
    private bool interrupted;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position >= atBytes && !interrupted)
        {
            interrupted = true;
            then?.Invoke();
            if (wait is not null) await wait;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var count = Math.Min(Math.Min(buffer.Length, 64 * 1024), content.Length - position);
        content.AsMemory(position, count).CopyTo(buffer);
        position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
