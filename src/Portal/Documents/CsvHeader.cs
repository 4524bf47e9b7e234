using System.Text;
using Portal.Tenants;

namespace Portal.Documents;

/// <summary>The columns of a CSV file, and which of them can be records' content and metadata.</summary>
public static class CsvHeader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the header row.</summary>
    /// <param name="head">The beginning of the file.</param>
    /// <exception cref="PortalProblemException">There is no header row that Amazon Bedrock could use.</exception>
    public static IReadOnlyList<string> Read(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\uFEFF"u8)) head = head[3..];
        var columns = Parse(head);
        if (columns.All(string.IsNullOrWhiteSpace)) throw Refused("The file has no header row.");
        if (columns.Any(string.IsNullOrWhiteSpace)) throw Refused("A column of the header row has no name.");
        if (columns.Distinct().Count() != columns.Length) throw Refused($"The header row names \"{columns.GroupBy(column => column).First(group => group.Count() > 1).Key}\" twice.");
        return columns;
    }

    /// <summary>Completes a choice of columns, or says what is wrong with it.</summary>
    /// <param name="columns">The file's columns.</param>
    /// <param name="chosen">Content and metadata columns.</param>
    /// <param name="attributeKey">The tenant attribute: a column of that name must not become metadata, or rows would say whose they are.</param>
    public static RecordStructure Complete(IReadOnlyList<string> columns, RecordStructure chosen, string attributeKey)
    {
        if (!columns.Contains(chosen.ContentField)) throw Refused($"The file has no column \"{chosen.ContentField}\" to be the content.");
        foreach (var field in chosen.MetadataFields)
        {
            if (!columns.Contains(field)) throw Refused($"The file has no column \"{field}\".");
            if (field == chosen.ContentField) throw Refused($"\"{field}\" cannot be content and metadata at once.");
            if (SchemaRules.OfKey(field, attributeKey, field) is { } problem) throw new PortalProblemException(problem);
        }

        return chosen with { LeftOut = [.. columns.Where(column => column != chosen.ContentField && !chosen.MetadataFields.Contains(column))] };
    }

    private static string[] Parse(ReadOnlySpan<byte> head)
    {
        // The header ends with the first line break outside quotes; decoding only that keeps a cut character at the end of the head out of it.
        var quoted = false;
        var end = 0;
        for (; end < head.Length && (quoted || head[end] is not ((byte)'\n' or (byte)'\r')); end++)
        {
            if (head[end] == (byte)'"') quoted = !quoted;
        }

        try
        {
            return Split(Strict.GetString(head[..end]));
        }
        catch (DecoderFallbackException exception)
        {
            throw Refused("The file is not UTF-8.", exception);
        }
    }

    /// <summary>The fields of one row by RFC 4180: a quoted field may hold commas and line breaks, and two quotes stand for one.</summary>
    private static string[] Split(string row)
    {
        var fields = new List<string>();
        for (var at = 0; ;)
        {
            var field = new StringBuilder();
            if (at < row.Length && row[at] == '"')
            {
                for (at++; ; at++)
                {
                    if (at >= row.Length) throw Refused("A quote in the header row is never closed.");
                    if (row[at] == '"')
                    {
                        at++;
                        if (at >= row.Length || row[at] != '"') break;
                    }

                    field.Append(row[at]);
                }

                if (at < row.Length && row[at] != ',') throw Refused("Text follows a closing quote in the header row.");
            }
            else
            {
                for (; at < row.Length && row[at] != ','; at++) field.Append(row[at] == '"' ? throw Refused("A quote stands inside an unquoted name of the header row.") : row[at]);
            }

            fields.Add(field.ToString());
            if (at >= row.Length) return [.. fields];
            at++;
        }
    }

    private static PortalProblemException Refused(string sentence, Exception? cause = null) =>
        new(new("InvalidCsv", sentence, "Correct the file or the choice of columns; Amazon Bedrock wants UTF-8, comma-separated, with a header row.", Field: "Records"), cause);
}
