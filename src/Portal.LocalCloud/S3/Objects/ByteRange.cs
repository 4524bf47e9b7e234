using System.Globalization;

namespace Portal.LocalCloud.S3.Objects;

/// <summary>Part of an object's bytes.</summary>
internal sealed record ByteRange(long Offset, long Length)
{
    public string ContentRange(long size) => string.Create(CultureInfo.InvariantCulture, $"bytes {Offset}-{Offset + Length - 1}/{size}");

    /// <summary>Reads a Range header; null where S3 ignores it and sends the whole object (other units, several ranges, nonsense).</summary>
    /// <exception cref="Pipeline.AwsFault">InvalidRange.</exception>
    public static ByteRange? Read(string? header, long size)
    {
        if (header is null || !header.StartsWith("bytes=", StringComparison.OrdinalIgnoreCase))
            return null;
        var bounds = header["bytes=".Length..].Split('-');
        if (bounds.Length != 2 || !TryParse(bounds[0], out var from) || !TryParse(bounds[1], out var to) || (from is null && to is null))
            return null;
        if (from is null)
        {
            var suffix = Math.Min(to!.Value, size);
            return suffix == 0 ? throw S3Faults.InvalidRange(header, size) : new ByteRange(size - suffix, suffix);
        }

        if (to < from)
            return null;
        if (from >= size)
            throw S3Faults.InvalidRange(header, size);
        var last = Math.Min(to ?? long.MaxValue, size - 1);
        return new ByteRange(from.Value, last - from.Value + 1);
    }

    /// <summary>The range of a copy source, which must be there in full: <c>bytes=first-last</c>.</summary>
    public static ByteRange ReadCopySource(string header, long size)
    {
        var bounds = header.StartsWith("bytes=", StringComparison.Ordinal) ? header["bytes=".Length..].Split('-') : [];
        if (bounds.Length != 2 || !TryParse(bounds[0], out var from) || !TryParse(bounds[1], out var to) || from is null || to is null || to < from)
            throw S3Faults.InvalidArgument("The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy", "x-amz-copy-source-range", header);
        return to < size
            ? new ByteRange(from.Value, to.Value - from.Value + 1)
            : throw S3Faults.InvalidArgument($"Range specified is not valid for source object of size: {size.ToString(CultureInfo.InvariantCulture)}", "x-amz-copy-source-range", header);
    }

    private static bool TryParse(string text, out long? value)
    {
        value = null;
        if (text.Length == 0)
            return true;
        var parsed = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        value = parsed ? number : null;
        return parsed;
    }
}
