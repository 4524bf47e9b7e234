using System.Text;

namespace Portal.LocalCloud.S3.Objects;

/// <summary>Rules and order of object keys.</summary>
internal static class ObjectKey
{
    public const int LongestBytes = 1024;

    public static void Check(string key)
    {
        var bytes = Encoding.UTF8.GetByteCount(key);
        if (bytes > LongestBytes)
            throw S3Faults.KeyTooLong(bytes);
        if (key.Contains('\0', StringComparison.Ordinal))
            throw S3Faults.InvalidArgument("Invalid key: the null character is not allowed", "key", key.Replace("\0", "%00", StringComparison.Ordinal));
    }

    /// <summary>Order by UTF-8 bytes, which differs from .NET's ordinal order beyond the basic plane.</summary>
    public static int Compare(string left, string right)
    {
        var length = Math.Min(left.Length, right.Length);
        for (var i = 0; i < length; i++)
        {
            if (left[i] == right[i])
                continue;
            var (a, b) = (char.IsSurrogate(left[i]), char.IsSurrogate(right[i]));
            return a == b ? left[i].CompareTo(right[i]) : a ? 1 : -1;
        }

        return left.Length.CompareTo(right.Length);
    }

    /// <summary>The smallest text above every text that begins with <paramref name="prefix"/>; null when there is none.</summary>
    public static string? After(string prefix)
    {
        for (var end = prefix.Length; end > 0;)
        {
            var width = end > 1 && char.IsLowSurrogate(prefix[end - 1]) ? 2 : 1;
            var rune = Rune.GetRuneAt(prefix, end - width);
            end -= width;
            var next = rune.Value switch { 0xD7FF => 0xE000, 0x10FFFF => -1, var value => value + 1 };
            if (next > 0)
                return string.Concat(prefix.AsSpan(0, end), new Rune(next).ToString());
        }

        return null;
    }
}
