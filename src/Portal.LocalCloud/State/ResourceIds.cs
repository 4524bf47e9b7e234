using System.Security.Cryptography;

namespace Portal.LocalCloud.State;

/// <summary>Ids in the forms AWS gives them.</summary>
internal static class ResourceIds
{
    /// <summary>Ten upper-case letters and digits: knowledge bases, data sources, ingestion jobs.</summary>
    public static string Ten() => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 10);

    /// <summary>Thirty-two characters: object versions, uploads.</summary>
    public static string Opaque() => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._", 32);
}
