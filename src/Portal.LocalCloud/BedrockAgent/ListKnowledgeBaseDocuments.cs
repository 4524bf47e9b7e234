using Portal.LocalCloud.BedrockAgent.Ingestion;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire.Shapes;

namespace Portal.LocalCloud.BedrockAgent;

internal sealed record ListKnowledgeBaseDocumentsRequest
{
    public required string KnowledgeBaseId { get; init; }

    public required string DataSourceId { get; init; }

    public string? NextToken { get; init; }

    public int? MaxResults { get; init; }
}

[Http("POST", "/knowledgebases/{knowledgeBaseId}/datasources/{dataSourceId}/documents")]
internal sealed class ListKnowledgeBaseDocuments(DocumentStore documents, AgentResources resources) : AgentOperation<ListKnowledgeBaseDocumentsRequest, DocumentDetailsResponse>
{
    private const int DefaultPage = 100;

    protected override async Task<DocumentDetailsResponse> RunAsync(ListKnowledgeBaseDocumentsRequest request, CancellationToken token)
    {
        var (_, source) = await resources.DataSourceAsync(request.KnowledgeBaseId, request.DataSourceId, token);
        var listing = $"documents/{source.Id}";
        var maximum = request.MaxResults ?? DefaultPage;
        var offset = PageToken.Offset(listing, request.NextToken);
        var (page, next) = PageToken.Cut(await documents.ListAsync(source.Id, offset, maximum + 1, token), maximum, listing, offset);
        return new() { DocumentDetails = [.. page.Select(DocumentDetail.Of)], NextToken = next };
    }
}
