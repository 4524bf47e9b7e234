using System.Text.Json;
using Portal.LocalCloud.BedrockAgent.Ingestion;
using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.BedrockAgent;

internal sealed record IngestKnowledgeBaseDocumentsRequest
{
    public required string KnowledgeBaseId { get; init; }

    public required string DataSourceId { get; init; }

    public string? ClientToken { get; init; }

    public required JsonElement? Documents { get; init; }
}

[Http("PUT", "/knowledgebases/{knowledgeBaseId}/datasources/{dataSourceId}/documents", Status = 202)]
internal sealed class IngestKnowledgeBaseDocuments(DocumentStore documents, IngestionWorker worker, AgentResources resources) : AgentOperation<IngestKnowledgeBaseDocumentsRequest, DocumentDetailsResponse>
{
    protected override async Task<DocumentDetailsResponse> RunAsync(IngestKnowledgeBaseDocumentsRequest request, CancellationToken token)
    {
        var (knowledgeBase, source) = await resources.DataSourceAsync(request.KnowledgeBaseId, request.DataSourceId, token);
        AgentResources.MustBeIdle(knowledgeBase);
        if (knowledgeBase.Type != "VECTOR") throw AgentFaults.Invalid($"Ingestion into a knowledge base of type {knowledgeBase.Type} is not supported by LocalCloud.");
        if (source.Type is not ("S3" or "CUSTOM")) throw AgentFaults.Invalid($"Documents can not be ingested directly into a data source of type {source.Type}.");

        var given = request.Documents!.Value.EnumerateArray().Select(document => DirectDocument.Read(document, source)).ToList();
        if (given.DistinctBy(document => document.Identifier).Count() < given.Count) throw AgentFaults.Invalid("The documents of a request must have different identifiers.");
        var work = new List<(DocumentRecord, DirectDocument)>();
        foreach (var document in given) work.Add((await documents.EnsureAsync(source, document.Identifier, document.IsCustom, "STARTING", token), document));
        worker.Begin(knowledgeBase, source, work);
        return new() { DocumentDetails = [.. work.Select(item => DocumentDetail.Of(item.Item1))] };
    }
}
