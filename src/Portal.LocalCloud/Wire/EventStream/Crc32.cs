namespace Portal.LocalCloud.Wire.EventStream;

/// <summary>CRC-32 as in IEEE 802.3, table by table eight bytes at a time. System.IO.Hashing is not part of the framework.</summary>
internal sealed class Crc32
{
    private static readonly uint[][] Tables = Slices(0xEDB88320);
    private static readonly uint[][] CastagnoliTables = Slices(0x82F63B78);

    private readonly uint[][] tables;
    private uint state = uint.MaxValue;

    /// <param name="castagnoli">The polynomial of CRC-32C instead.</param>
    public Crc32(bool castagnoli = false) => tables = castagnoli ? CastagnoliTables : Tables;

    public uint Value => ~state;

    public static uint Compute(ReadOnlySpan<byte> data)
    {
        var crc = new Crc32();
        crc.Append(data);
        return crc.Value;
    }

    public void Append(ReadOnlySpan<byte> data)
    {
        var crc = state;
        while (data.Length >= 8)
        {
            var low = crc ^ System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(data);
            var high = System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(data[4..]);
            crc = tables[7][low & 0xFF] ^ tables[6][(low >> 8) & 0xFF] ^ tables[5][(low >> 16) & 0xFF] ^ tables[4][low >> 24]
                ^ tables[3][high & 0xFF] ^ tables[2][(high >> 8) & 0xFF] ^ tables[1][(high >> 16) & 0xFF] ^ tables[0][high >> 24];
            data = data[8..];
        }

        foreach (var unit in data)
            crc = tables[0][(crc ^ unit) & 0xFF] ^ (crc >> 8);
        state = crc;
    }

    private static uint[][] Slices(uint polynomial)
    {
        var slices = new uint[8][];
        for (var slice = 0; slice < 8; slice++)
        {
            slices[slice] = new uint[256];
            for (uint i = 0; i < 256; i++)
            {
                if (slice > 0)
                {
                    var before = slices[slice - 1][i];
                    slices[slice][i] = slices[0][before & 0xFF] ^ (before >> 8);
                    continue;
                }

                var crc = i;
                for (var bit = 0; bit < 8; bit++)
                    crc = (crc & 1) == 1 ? (crc >> 1) ^ polynomial : crc >> 1;
                slices[0][i] = crc;
            }
        }

        return slices;
    }
}
