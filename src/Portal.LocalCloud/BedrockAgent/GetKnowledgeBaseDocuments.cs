using System.Text.Json;
using Portal.LocalCloud.BedrockAgent.Ingestion;
using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.BedrockAgent;

internal sealed record GetKnowledgeBaseDocumentsRequest
{
    public required string KnowledgeBaseId { get; init; }

    public required string DataSourceId { get; init; }

    public required JsonElement? DocumentIdentifiers { get; init; }
}

[Http("POST", "/knowledgebases/{knowledgeBaseId}/datasources/{dataSourceId}/documents/getDocuments")]
internal sealed class GetKnowledgeBaseDocuments(DocumentStore documents, AgentResources resources) : AgentOperation<GetKnowledgeBaseDocumentsRequest, DocumentDetailsResponse>
{
    protected override async Task<DocumentDetailsResponse> RunAsync(GetKnowledgeBaseDocumentsRequest request, CancellationToken token)
    {
        var (_, source) = await resources.DataSourceAsync(request.KnowledgeBaseId, request.DataSourceId, token);
        var details = new List<DocumentDetail>();
        foreach (var given in request.DocumentIdentifiers!.Value.EnumerateArray())
        {
            var identifier = DocumentIdentifier.Read(given, source);
            details.Add(await documents.FindAsync(source.Id, identifier, token) is { } found
                ? DocumentDetail.Of(found)
                : new DocumentDetail { KnowledgeBaseId = source.KnowledgeBaseId, DataSourceId = source.Id, Status = "NOT_FOUND", Identifier = DocumentIdentifier.Of(identifier, source.Type == "CUSTOM") });
        }

        return new() { DocumentDetails = details };
    }
}
