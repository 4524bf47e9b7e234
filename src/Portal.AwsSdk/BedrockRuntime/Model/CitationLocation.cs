namespace Amazon.BedrockRuntime.Model;

/// <summary>Where the cited text stands; exactly one member is set.</summary>
public class CitationLocation
{
    public WebLocation? Web { get; set; }

    public DocumentCharLocation? DocumentChar { get; set; }

    public DocumentPageLocation? DocumentPage { get; set; }

    public DocumentChunkLocation? DocumentChunk { get; set; }

    public SearchResultLocation? SearchResultLocation { get; set; }
}

/// <summary>A web page.</summary>
public class WebLocation
{
    public string? Url { get; set; }

    public string? Domain { get; set; }
}

/// <summary>Characters of a document of the request.</summary>
public class DocumentCharLocation
{
    public int? DocumentIndex { get; set; }

    public int? Start { get; set; }

    public int? End { get; set; }
}

/// <summary>Pages of a document of the request.</summary>
public class DocumentPageLocation
{
    public int? DocumentIndex { get; set; }

    public int? Start { get; set; }

    public int? End { get; set; }
}

/// <summary>Chunks of a document of the request.</summary>
public class DocumentChunkLocation
{
    public int? DocumentIndex { get; set; }

    public int? Start { get; set; }

    public int? End { get; set; }
}

/// <summary>Blocks of a search result of the request.</summary>
public class SearchResultLocation
{
    public int? SearchResultIndex { get; set; }

    public int? Start { get; set; }

    public int? End { get; set; }
}
