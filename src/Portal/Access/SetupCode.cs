using System.Security.Cryptography;
using System.Text;

namespace Portal.Access;

/// <summary>The one-time code of the first start: 80 random bits, printed on the console and kept as a hash.</summary>
internal static class SetupCode
{
    // Without the letters that are taken for digits or make words.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Make() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4)));

    /// <summary>SHA-256 of the code without case, spaces and hyphens. A slow hash would add nothing to 80 random bits.</summary>
    public static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.ToUpperInvariant().Where(char.IsLetterOrDigit))));

    public static bool Matches(string code, byte[] hash) => CryptographicOperations.FixedTimeEquals(Hash(code), hash);
}
