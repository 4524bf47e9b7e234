using System.Text;
using Portal.Tenants;

namespace Portal.Documents;

/// <summary>
/// The key of a document: the tenant's prefix, a folder, a file name. The only code that builds or takes apart keys, so that no name leads out of its tenant's
/// prefix. Names are kept byte for byte.
/// </summary>
public sealed record DocumentKey
{
    /// <summary>Bytes of a key in UTF-8.</summary>
    public const int MostBytes = 1024;

    /// <summary>What a sidecar's key adds to its document's. Case counts: Amazon Bedrock passes over ".metadata.JSON".</summary>
    public const string SidecarSuffix = ".metadata.json";

    private DocumentKey(string prefix, string folder, string name) => (Prefix, Folder, Name) = (prefix, folder, name);

    /// <summary>The tenant's prefix, ending with "/".</summary>
    public string Prefix { get; }

    /// <summary>The folder below the prefix without slashes at its ends; empty for the prefix itself.</summary>
    public string Folder { get; }

    /// <summary>The file name with its extension.</summary>
    public string Name { get; }

    /// <summary>The key.</summary>
    public string Value => FolderKey(Prefix, Folder) + Name;

    /// <summary>The key of its sidecar.</summary>
    public string SidecarValue => Value + SidecarSuffix;

    /// <summary>The path below the tenant's prefix, as people see it.</summary>
    public string Path => Folder.Length == 0 ? Name : $"{Folder}/{Name}";

    /// <summary>The key for a new or named document.</summary>
    /// <exception cref="PortalProblemException">Folder or name will not do; the problem's field is "Folder" or "Name".</exception>
    public static DocumentKey Of(TenantScope scope, string? folder, string name) => Of(scope.Prefix, folder, name);

    /// <summary>Takes a key of the bucket apart; false when it is not a document's that the portal handles.</summary>
    public static bool TryParse(TenantScope scope, string key, out DocumentKey document) => TryParse(scope.Prefix, key, out document);

    /// <summary>A folder below the tenant's prefix as it is kept: without slashes at its ends.</summary>
    /// <exception cref="PortalProblemException">It leads elsewhere or has no such name.</exception>
    public static string FolderOf(TenantScope scope, string? folder) => FolderOf(scope.Prefix, folder);

    /// <summary>The key of a folder, ending with "/".</summary>
    public static string FolderKey(TenantScope scope, string? folder) => FolderKey(scope.Prefix, FolderOf(scope.Prefix, folder));

    /// <summary>What is wrong with a file name, wherever it goes; null when nothing is.</summary>
    public static PortalProblem? CheckName(string name) => NameProblem(name);

    internal static DocumentKey Of(string prefix, string? folder, string name)
    {
        var inside = FolderOf(prefix, folder);
        if (NameProblem(name) is { } problem) throw new PortalProblemException(problem);
        var key = new DocumentKey(prefix, inside, name);
        var bytes = Encoding.UTF8.GetByteCount(key.SidecarValue);
        return bytes <= MostBytes
            ? key
            : throw new PortalProblemException(Refusal($"The key of the document's sidecar would have {bytes:N0} bytes; S3 takes {MostBytes:N0}.", "Shorten the file name, or use a folder nearer to the root.", "Name"));
    }

    internal static bool TryParse(string prefix, string key, out DocumentKey document)
    {
        document = null!;
        if (!key.StartsWith(prefix, StringComparison.Ordinal) || key.EndsWith('/') || Encoding.UTF8.GetByteCount(key) > MostBytes) return false;
        var path = key[prefix.Length..];
        var slash = path.LastIndexOf('/');
        var (folder, name) = slash < 0 ? ("", path) : (path[..slash], path[(slash + 1)..]);
        if (slash == 0 || NameProblem(name) is not null || FolderProblem(prefix, folder) is not null) return false;
        document = new DocumentKey(prefix, folder, name);
        return true;
    }

    internal static string FolderOf(string prefix, string? folder)
    {
        if (string.IsNullOrEmpty(folder)) return "";
        var inside = folder.EndsWith('/') ? folder[..^1] : folder;
        return FolderProblem(prefix, inside) is { } problem ? throw new PortalProblemException(problem) : inside;
    }

    internal static string FolderKey(string prefix, string folder) => folder.Length == 0 ? prefix : $"{prefix}{folder}/";

    /// <summary>What is wrong with a file name; null when nothing is.</summary>
    internal static PortalProblem? NameProblem(string name)
    {
        if (FolderRules.OfSegment(name, "Name") is { } problem) return problem with { Code = "InvalidName" };
        return name.EndsWith(SidecarSuffix, StringComparison.OrdinalIgnoreCase)
            ? Refusal("The file is named like a metadata sidecar, and would be taken for one.", "Edit a document's metadata in the portal, or rename the file.", "Name")
            : null;
    }

    private static PortalProblem? FolderProblem(string prefix, string folder) => folder.Length == 0 ? null : FolderRules.OfFolder(folder, prefix, "Folder");

    private static PortalProblem Refusal(string sentence, string remedy, string field) => new("InvalidName", sentence, remedy, Field: field);

    public override string ToString() => Value;
}
