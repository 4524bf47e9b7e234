namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>The content of a chunk: text, an image as data URI, or a row.</summary>
public class RetrievalResultContent
{
    public string? ByteContent { get; set; }

    public List<RetrievalResultContentColumn>? Row { get; set; }

    public string? Text { get; set; }

    public RetrievalResultContentType? Type { get; set; }
}

/// <summary>A column of a row.</summary>
public class RetrievalResultContentColumn
{
    public string? ColumnName { get; set; }

    public string? ColumnValue { get; set; }

    public RetrievalResultContentColumnType? Type { get; set; }
}
