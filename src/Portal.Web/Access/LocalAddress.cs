namespace Portal.Web.Access;

/// <summary>Where to go after the sign-in: only within the portal.</summary>
internal static class LocalAddress
{
    /// <summary>The address if it is a path of this portal, else the overview.</summary>
    public static string Or(string? address) => IsLocal(address) ? address! : "/";

    // "//host" and "/\host" are other hosts to a browser, which also drops control characters before it looks.
    private static bool IsLocal(string? address) =>
        address is ['/', ..] && (address.Length == 1 || address[1] is not ('/' or '\\')) && !address.Any(char.IsControl) && !address.StartsWith("/sign-", StringComparison.OrdinalIgnoreCase);
}
