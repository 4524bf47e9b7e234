using System.Text.Json;

namespace Portal.LocalCloud.BedrockAgent.Ingestion;

/// <summary>A row of a CSV file: the text of its content column and the attributes of the others.</summary>
internal sealed record CsvRecord(string Content, IReadOnlyList<MetadataAttribute> Attributes);

internal static class CsvRecords
{
    /// <exception cref="DocumentProblemException">A named column is missing, or the text is no CSV.</exception>
    public static IReadOnlyList<CsvRecord> Read(string text, RecordStructure structure)
    {
        IReadOnlyList<string>? header = null;
        List<int> columns = [];
        var content = 0;
        var records = new List<CsvRecord>();
        foreach (var row in CsvRows.Of(text))
        {
            if (header is null)
            {
                header = [.. row.Select(name => name.Trim())];
                content = Column(header, structure.ContentField);
                columns = MetadataColumns(header, structure);
                foreach (var column in columns) SidecarReader.CheckKey(header[column]);
                continue;
            }

            if (row.Count != header.Count) throw new DocumentProblemException($"The CSV file is malformed: record {records.Count + 1} has {row.Count} fields, the header {header.Count}.");
            if (string.IsNullOrWhiteSpace(row[content])) continue;
            var attributes = columns.Where(column => row[column].Length > 0)
                .Select(column => new MetadataAttribute(header[column], JsonSerializer.SerializeToElement(row[column]), IncludeForEmbedding: false));
            records.Add(new CsvRecord(row[content], [.. attributes]));
        }

        return header is null ? throw new DocumentProblemException("The CSV file has no header row.") : records;
    }

    private static List<int> MetadataColumns(IReadOnlyList<string> header, RecordStructure structure)
    {
        foreach (var excluded in structure.FieldsToExclude ?? []) Column(header, excluded);
        var chosen = structure.FieldsToInclude is { Count: > 0 } included
            ? included.Select(name => Column(header, name))
            : Enumerable.Range(0, header.Count).Where(column => header[column] != structure.ContentField);
        return [.. chosen.Where(column => structure.FieldsToExclude?.Contains(header[column]) != true)];
    }

    private static int Column(IReadOnlyList<string> header, string name)
    {
        for (var column = 0; column < header.Count; column++)
        {
            if (header[column] == name) return column;
        }

        throw new DocumentProblemException($"The CSV file has no column '{name}', which its metadata file names.");
    }
}
