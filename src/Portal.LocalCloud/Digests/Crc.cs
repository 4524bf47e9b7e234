using System.Buffers.Binary;

namespace Portal.LocalCloud.Digests;

/// <summary>
/// A reflected CRC of 32 or 64 bits that begins and ends inverted, computed eight bytes at a step. The framework has none of its own.
/// </summary>
internal sealed class Crc
{
    private readonly ulong[] table;
    private readonly ulong polynomial;
    private readonly ulong mask;

    private Crc(int bits, ulong reflectedPolynomial)
    {
        Bits = bits;
        polynomial = reflectedPolynomial;
        mask = bits == 64 ? ulong.MaxValue : (1UL << bits) - 1;
        table = Slices(reflectedPolynomial);
    }

    /// <summary>CRC-32 of Ethernet, zip and event streams.</summary>
    public static Crc Crc32 { get; } = new(32, 0xEDB88320);

    /// <summary>CRC-32C (Castagnoli).</summary>
    public static Crc Crc32C { get; } = new(32, 0x82F63B78);

    /// <summary>CRC-64/NVME.</summary>
    public static Crc Crc64Nvme { get; } = new(64, 0x9A6C9329AC4BC9B5);

    public int Bits { get; }

    /// <summary>The value over nothing.</summary>
    public ulong Empty => 0;

    public ulong Compute(ReadOnlySpan<byte> data) => Append(Empty, data);

    /// <summary>The value over all that <paramref name="crc"/> covers followed by <paramref name="data"/>.</summary>
    public ulong Append(ulong crc, ReadOnlySpan<byte> data)
    {
        var state = crc ^ mask;
        var t = table;
        while (data.Length >= 8)
        {
            var x = state ^ BinaryPrimitives.ReadUInt64LittleEndian(data);
            state = t[0x700 + (int)(x & 0xFF)] ^ t[0x600 + (int)((x >> 8) & 0xFF)] ^ t[0x500 + (int)((x >> 16) & 0xFF)] ^ t[0x400 + (int)((x >> 24) & 0xFF)]
                ^ t[0x300 + (int)((x >> 32) & 0xFF)] ^ t[0x200 + (int)((x >> 40) & 0xFF)] ^ t[0x100 + (int)((x >> 48) & 0xFF)] ^ t[(int)(x >> 56)];
            data = data[8..];
        }

        foreach (var unit in data)
            state = t[(int)((state ^ unit) & 0xFF)] ^ (state >> 8);
        return state ^ mask;
    }

    /// <summary>The value over two stretches of data from the values over each.</summary>
    public ulong Combine(ulong first, ulong second, long secondLength)
    {
        // Advancing over a zero bit is linear, so advancing over many is a power of that one step, found by squaring.
        var step = new ulong[Bits];
        step[0] = polynomial;
        for (var bit = 1; bit < Bits; bit++)
            step[bit] = 1UL << (bit - 1);
        for (var squaring = 0; squaring < 3; squaring++)
            step = Square(step);
        for (var length = secondLength; length > 0; length >>= 1, step = Square(step))
        {
            if ((length & 1) == 1)
                first = Multiply(step, first);
        }

        return first ^ second;
    }

    /// <summary>Big-endian, as checksums travel.</summary>
    public byte[] ToBytes(ulong value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return bytes[(8 - (Bits / 8))..];
    }

    public ulong FromBytes(ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        foreach (var unit in bytes)
            value = (value << 8) | unit;
        return value;
    }

    private static ulong Multiply(ulong[] matrix, ulong vector)
    {
        ulong product = 0;
        for (var row = 0; vector != 0; row++, vector >>= 1)
        {
            if ((vector & 1) == 1)
                product ^= matrix[row];
        }

        return product;
    }

    private static ulong[] Square(ulong[] matrix)
    {
        var square = new ulong[matrix.Length];
        for (var row = 0; row < matrix.Length; row++)
            square[row] = Multiply(matrix, matrix[row]);
        return square;
    }

    private static ulong[] Slices(ulong polynomial)
    {
        var slices = new ulong[8 * 256];
        for (ulong i = 0; i < 256; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? (crc >> 1) ^ polynomial : crc >> 1;
            slices[i] = crc;
        }

        for (var i = 256; i < slices.Length; i++)
            slices[i] = slices[slices[i - 256] & 0xFF] ^ (slices[i - 256] >> 8);
        return slices;
    }
}
