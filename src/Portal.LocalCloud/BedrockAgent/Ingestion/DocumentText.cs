namespace Portal.LocalCloud.BedrockAgent.Ingestion;

/// <summary>The text of a page, or of the whole document where the format has no pages (<paramref name="Number"/> null).</summary>
internal sealed record DocumentPage(int? Number, string Text);

/// <summary>The kinds of files the parser reads; everything else is ignored as unsupported.</summary>
internal enum DocumentKind
{
    Unsupported,
    Text,
    Html,
    Csv,
    Docx,
    Spreadsheet,
    Pdf,
    LegacyWord,
}

internal static class DocumentKinds
{
    /// <summary>By the key's extension, in any case.</summary>
    public static DocumentKind Of(string key) => Path.GetExtension(key).ToLowerInvariant() switch
    {
        ".txt" or ".md" => DocumentKind.Text,
        ".html" => DocumentKind.Html,
        ".csv" => DocumentKind.Csv,
        ".docx" => DocumentKind.Docx,
        ".xls" or ".xlsx" => DocumentKind.Spreadsheet,
        ".pdf" => DocumentKind.Pdf,
        ".doc" => DocumentKind.LegacyWord,
        _ => DocumentKind.Unsupported,
    };

    /// <summary>By a MIME type sent with inline bytes.</summary>
    public static DocumentKind OfMimeType(string mimeType) => mimeType.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        "text/plain" or "text/markdown" => DocumentKind.Text,
        "text/html" => DocumentKind.Html,
        "text/csv" => DocumentKind.Csv,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => DocumentKind.Docx,
        "application/vnd.ms-excel" or "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => DocumentKind.Spreadsheet,
        "application/pdf" => DocumentKind.Pdf,
        "application/msword" => DocumentKind.LegacyWord,
        _ => DocumentKind.Unsupported,
    };
}
