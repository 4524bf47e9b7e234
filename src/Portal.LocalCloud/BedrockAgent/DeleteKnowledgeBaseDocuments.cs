using System.Text.Json;
using Portal.LocalCloud.BedrockAgent.Ingestion;
using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.BedrockAgent;

internal sealed record DeleteKnowledgeBaseDocumentsRequest
{
    public required string KnowledgeBaseId { get; init; }

    public required string DataSourceId { get; init; }

    public string? ClientToken { get; init; }

    public required JsonElement? DocumentIdentifiers { get; init; }
}

/// <summary>Takes documents out of the index; a synchronisation brings those back that still lie in the bucket.</summary>
[Http("POST", "/knowledgebases/{knowledgeBaseId}/datasources/{dataSourceId}/documents/deleteDocuments", Status = 202)]
internal sealed class DeleteKnowledgeBaseDocuments(DocumentStore documents, AgentResources resources) : AgentOperation<DeleteKnowledgeBaseDocumentsRequest, DocumentDetailsResponse>
{
    protected override async Task<DocumentDetailsResponse> RunAsync(DeleteKnowledgeBaseDocumentsRequest request, CancellationToken token)
    {
        var (_, source) = await resources.DataSourceAsync(request.KnowledgeBaseId, request.DataSourceId, token);
        var details = new List<DocumentDetail>();
        foreach (var given in request.DocumentIdentifiers!.Value.EnumerateArray())
        {
            var identifier = DocumentIdentifier.Read(given, source);
            var found = await documents.FindAsync(source.Id, identifier, token);
            if (found is not null) await documents.DeleteAsync(found.Id, token);
            details.Add(new DocumentDetail
            {
                KnowledgeBaseId = source.KnowledgeBaseId,
                DataSourceId = source.Id,
                Status = found is null ? "NOT_FOUND" : "DELETING",
                Identifier = DocumentIdentifier.Of(identifier, source.Type == "CUSTOM"),
                UpdatedAt = found?.UpdatedAt,
            });
        }

        return new() { DocumentDetails = details };
    }
}
