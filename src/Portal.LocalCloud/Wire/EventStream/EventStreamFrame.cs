using System.Buffers.Binary;
using System.Text;
using Portal.LocalCloud.Digests;

namespace Portal.LocalCloud.Wire.EventStream;

/// <summary>The binary frame of <c>application/vnd.amazon.eventstream</c>: two lengths, CRC, headers, payload, CRC.</summary>
internal static class EventStreamFrame
{
    private const byte StringHeader = 7;

    public static byte[] Encode(IReadOnlyList<KeyValuePair<string, string>> headers, ReadOnlySpan<byte> payload)
    {
        using var head = new MemoryStream();
        foreach (var (name, value) in headers)
        {
            var text = Encoding.UTF8.GetBytes(value);
            head.WriteByte((byte)name.Length);
            head.Write(Encoding.ASCII.GetBytes(name));
            head.Write([StringHeader, (byte)(text.Length >> 8), (byte)text.Length]);
            head.Write(text);
        }

        var frame = new byte[12 + head.Length + payload.Length + 4];
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), (int)head.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(8), (uint)Crc.Crc32.Compute(frame.AsSpan(0, 8)));
        head.ToArray().CopyTo(frame, 12);
        payload.CopyTo(frame.AsSpan(12 + (int)head.Length));
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(frame.Length - 4), (uint)Crc.Crc32.Compute(frame.AsSpan(0, frame.Length - 4)));
        return frame;
    }
}
