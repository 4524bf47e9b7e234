namespace Portal.Documents;

/// <summary>Which files are taken: the types that Amazon Bedrock indexes, and what becomes of large ones.</summary>
public static class DocumentRules
{
    /// <summary>Amazon Bedrock's bound of an indexed file: 50 MB.</summary>
    public const long MostIndexedBytes = 50L * 1024 * 1024;

    /// <summary>S3's bound of an object: 5 TiB.</summary>
    public const long MostBytes = 5L * 1024 * 1024 * 1024 * 1024;

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["txt"] = "text/plain; charset=utf-8",
        ["md"] = "text/markdown; charset=utf-8",
        ["html"] = "text/html; charset=utf-8",
        ["doc"] = "application/msword",
        ["docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ["csv"] = "text/csv; charset=utf-8",
        ["xls"] = "application/vnd.ms-excel",
        ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ["pdf"] = "application/pdf",
    };

    /// <summary>The extensions that Amazon Bedrock indexes.</summary>
    public static IReadOnlyCollection<string> Extensions => Types.Keys;

    /// <summary>The MIME type of a file that is taken.</summary>
    public static string ContentType(string name) => Types.GetValueOrDefault(Extension(name)) ?? "application/octet-stream";

    /// <summary>Whether rows can be records.</summary>
    public static bool IsCsv(string name) => Extension(name).Equals("csv", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is wrong with a file; null when it is taken.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="bytes">Its size; null while it is unknown.</param>
    /// <param name="confirmedUnindexed">Whether the user agreed that a file above the bound is stored and not indexed.</param>
    public static PortalProblem? Check(string name, long? bytes, bool confirmedUnindexed)
    {
        if (!Types.ContainsKey(Extension(name)))
            return new("TypeNotAllowed", $"Amazon Bedrock does not index files of the type \"{Extension(name)}\".", $"Upload one of: {string.Join(", ", Extensions)}.", Field: "Name");
        if (bytes == 0) return new("EmptyFile", "The file is empty; there is nothing to index.", "Choose another file.", Field: "Name");
        if (bytes > MostBytes) return new("EntityTooLarge", "The file is larger than S3 takes (5 TiB).", "Upload a smaller file.", Field: "Name");
        return bytes > MostIndexedBytes && !confirmedUnindexed
            ? new("WillNotBeIndexed", "The file is larger than 50 MB: it can be stored, but Amazon Bedrock will not index it.", "Confirm that it shall be stored without being indexed, or split it.", Field: "Name")
            : null;
    }

    private static string Extension(string name) => name.LastIndexOf('.') is >= 0 and var dot ? name[(dot + 1)..] : "";
}
