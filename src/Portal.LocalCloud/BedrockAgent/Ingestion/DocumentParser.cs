using System.Text;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ExcelDataReader;

namespace Portal.LocalCloud.BedrockAgent.Ingestion;

/// <summary>Reads the text of a document by its kind.</summary>
internal static class DocumentParser
{
    static DocumentParser() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <exception cref="DocumentProblemException">The bytes are not what the extension says, or a needed tool is missing.</exception>
    public static async Task<IReadOnlyList<DocumentPage>> ReadAsync(DocumentKind kind, Stream content, CancellationToken token)
    {
        try
        {
            return kind switch
            {
                DocumentKind.Text or DocumentKind.Csv => [new DocumentPage(null, await ReadTextAsync(content, token))],
                DocumentKind.Html => [new DocumentPage(null, Html(await ReadTextAsync(content, token)))],
                DocumentKind.Docx => [new DocumentPage(null, Docx(await BufferAsync(content, token)))],
                DocumentKind.Spreadsheet => [new DocumentPage(null, Spreadsheet(await BufferAsync(content, token)))],
                DocumentKind.Pdf => await PdfText.ReadAsync(content, token),
                DocumentKind.LegacyWord => throw new DocumentProblemException("Documents in the old .doc format cannot be read here; save it as .docx or .pdf."),
                _ => throw new DocumentProblemException("The file format is not supported."),
            };
        }
        catch (Exception problem) when (problem is not (DocumentProblemException or OperationCanceledException))
        {
            throw new DocumentProblemException($"The file could not be parsed as its format: {problem.Message}");
        }
    }

    /// <summary>UTF-8 unless a byte order mark says otherwise; without the NUL character, which no text column takes.</summary>
    public static async Task<string> ReadTextAsync(Stream content, CancellationToken token)
    {
        using var reader = new StreamReader(content, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        return Clean(await reader.ReadToEndAsync(token));
    }

    public static string Clean(string text) => text.Contains('\0', StringComparison.Ordinal) ? text.Replace("\0", "", StringComparison.Ordinal) : text;

    private static string Html(string source)
    {
        using var document = new HtmlParser().ParseDocument(source);
        foreach (var unseen in document.QuerySelectorAll("script,style,noscript,template,head > :not(title)").ToList()) unseen.Remove();
        var text = new StringBuilder();
        if (document.Title is { Length: > 0 } title) text.Append(title.Trim()).Append("\n\n");
        foreach (var block in document.QuerySelectorAll("br,p,div,li,tr,h1,h2,h3,h4,h5,h6,section,article,header,footer,table,pre,blockquote,dt,dd"))
            block.AppendChild(document.CreateTextNode("\n"));
        foreach (var cell in document.QuerySelectorAll("td,th")) cell.AppendChild(document.CreateTextNode(" "));
        foreach (var line in (document.Body?.TextContent ?? "").Split('\n').Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))
        {
            if (line.Length > 0) text.Append(line).Append('\n');
        }

        return Clean(text.ToString());
    }

    private static string Docx(Stream content)
    {
        using var document = WordprocessingDocument.Open(content, isEditable: false);
        var text = new StringBuilder();
        foreach (var paragraph in document.MainDocumentPart?.Document.Body?.Descendants<Paragraph>() ?? [])
        {
            foreach (var piece in paragraph.Descendants())
            {
                if (piece is Text run) text.Append(run.Text);
                else if (piece is TabChar) text.Append('\t');
                else if (piece is Break) text.Append('\n');
            }

            text.Append('\n');
        }

        return Clean(text.ToString());
    }

    private static string Spreadsheet(Stream content)
    {
        using var reader = ExcelReaderFactory.CreateReader(content);
        var text = new StringBuilder();
        do
        {
            text.Append(reader.Name).Append('\n');
            while (reader.Read())
            {
                var cells = Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture) ?? "").ToList();
                if (cells.Exists(cell => cell.Length > 0)) text.AppendJoin(" | ", cells).Append('\n');
            }

            text.Append('\n');
        }
        while (reader.NextResult());
        return Clean(text.ToString());
    }

    private static async Task<MemoryStream> BufferAsync(Stream content, CancellationToken token)
    {
        var buffer = new MemoryStream();
        await content.CopyToAsync(buffer, token);
        buffer.Position = 0;
        return buffer;
    }
}
