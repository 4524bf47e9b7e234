namespace Amazon.BedrockRuntime.Model;

/// <summary>A search result the model may cite.</summary>
public class SearchResultBlock
{
    public string Source { get; set; }

    public string Title { get; set; }

    public List<SearchResultContentBlock>? Content { get; set; }

    public CitationsConfig? Citations { get; set; }
}

/// <summary>A text of a search result.</summary>
public class SearchResultContentBlock
{
    public string Text { get; set; }
}
