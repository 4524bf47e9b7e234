using System.Text;

namespace Portal.LocalCloud.BedrockAgent.Ingestion;

/// <summary>Rows of an RFC 4180 text: commas, CRLF or LF, fields in double quotes with the quote doubled. Strict, because a guessed row would carry another row's attributes.</summary>
internal static class CsvRows
{
    /// <exception cref="DocumentProblemException">A quote is not closed, or text follows a closing quote.</exception>
    public static IEnumerable<IReadOnlyList<string>> Of(string text)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var line = 1;
        var at = 0;
        while (at < text.Length)
        {
            at = Field(text, at, field, ref line);
            fields.Add(field.ToString());
            field.Clear();
            if (at < text.Length && text[at] == ',')
            {
                at++;
                if (at == text.Length) fields.Add("");
                else continue;
            }
            else if (at < text.Length)
            {
                at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
                line++;
            }

            // A blank line is no record.
            if (fields.Count > 1 || fields[0].Length > 0) yield return fields;
            fields = [];
        }
    }

    private static int Field(string text, int at, StringBuilder field, ref int line)
    {
        if (at >= text.Length || text[at] != '"')
        {
            while (at < text.Length && text[at] is not (',' or '\n' or '\r')) field.Append(text[at++]);
            return at;
        }

        var opened = line;
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '\n') line++;
            if (text[at] != '"')
            {
                field.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                field.Append('"');
                at++;
            }
            else if (at + 1 == text.Length || text[at + 1] is ',' or '\n' or '\r')
            {
                return at + 1;
            }
            else
            {
                throw new DocumentProblemException($"The CSV file is malformed: text follows a closing quote in line {line}.");
            }
        }

        throw new DocumentProblemException($"The CSV file is malformed: the quote opened in line {opened} is not closed.");
    }
}
