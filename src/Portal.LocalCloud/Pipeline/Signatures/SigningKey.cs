using System.Security.Cryptography;
using System.Text;

namespace Portal.LocalCloud.Pipeline.Signatures;

/// <summary>The key derived from a secret for one scope.</summary>
internal sealed class SigningKey(string secret, CredentialScope scope)
{
    private readonly byte[] key = Derive(secret, scope);

    public string Sign(string stringToSign) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(stringToSign)));

    public static string Hash(ReadOnlySpan<byte> data) => Convert.ToHexStringLower(SHA256.HashData(data));

    public static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    public static bool SameSignature(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(left), Encoding.ASCII.GetBytes(right));

    private static byte[] Derive(string secret, CredentialScope scope)
    {
        var step = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in new[] { scope.Date, scope.Region, scope.Service, CredentialScope.Terminator })
            step = HMACSHA256.HashData(step, Encoding.UTF8.GetBytes(part));
        return step;
    }
}
