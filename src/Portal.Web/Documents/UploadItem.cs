using Portal.Documents;

namespace Portal.Web.Documents;

/// <summary>Where one file of the tray stands.</summary>
public enum UploadState
{
    /// <summary>Chosen; nothing is sent yet.</summary>
    Chosen,

    Waiting,
    Sending,
    Stored,
    Failed,
    Cancelled,
}

/// <summary>One file on its way from the browser.</summary>
public sealed class UploadItem(int key, string folder, string name, long bytes, IReadOnlyList<string>? columns, bool exists)
{
    /// <summary>The browser's number of the file.</summary>
    public int Key { get; } = key;

    /// <summary>The folder it goes to, below the tenant's prefix.</summary>
    public string Folder { get; } = folder;

    public string Name { get; } = name;

    public long Bytes { get; } = bytes;

    /// <summary>For CSV: the names in its first row, as the browser read them; the server reads them again.</summary>
    public IReadOnlyList<string>? Columns { get; } = columns;

    /// <summary>A document of this name is there.</summary>
    public bool Exists { get; set; } = exists;

    public bool Replace { get; set; }

    public bool ConfirmedUnindexed { get; set; }

    /// <summary>For CSV: one record per row, or one text.</summary>
    public bool AsRecords { get; set; } = columns is { Count: > 0 };

    /// <summary>For CSV by records: the column that is searched.</summary>
    public string? ContentField { get; set; } = columns?.FirstOrDefault(column => column.Equals("content", StringComparison.OrdinalIgnoreCase));

    /// <summary>For CSV by records: the columns to filter by.</summary>
    public HashSet<string> MetadataFields { get; } = [.. columns ?? []];

    /// <summary>Metadata of its own; null for that of all.</summary>
    public MetadataForm? Own { get; set; }

    public UploadState State { get; set; }

    public long Sent { get; set; }

    /// <summary>Why it failed.</summary>
    public string? Failure { get; set; }

    /// <summary>What nobody can mend but by choosing another file.</summary>
    public PortalProblem? Refusal => DocumentKeyProblem() ?? DocumentRules.Check(Name, Bytes, confirmedUnindexed: true);

    /// <summary>What the user must still answer; null when it can be sent.</summary>
    public string? Question =>
        Refusal is not null ? null
        : Bytes > DocumentRules.MostIndexedBytes && !ConfirmedUnindexed ? "It is larger than 50 MB and will not be indexed."
        : Exists && !Replace ? "A document of this name is there already."
        : AsRecords && ContentField is null ? "Which column is the content?"
        : null;

    internal UploadHeader ToHeader(MetadataForm common) => new(
        UploadHeader.Plain((Own ?? common).ToAttributes()),
        AsRecords ? ContentField : null,
        AsRecords ? [.. MetadataFields.Where(field => field != ContentField)] : null,
        Replace,
        ConfirmedUnindexed);

    private PortalProblem? DocumentKeyProblem() => DocumentKey.CheckName(Name);
}
