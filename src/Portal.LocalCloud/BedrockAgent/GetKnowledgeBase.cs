using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.BedrockAgent;

internal sealed record GetKnowledgeBaseRequest
{
    public required string KnowledgeBaseId { get; init; }
}

internal sealed record GetKnowledgeBaseResponse
{
    public required KnowledgeBaseDetail KnowledgeBase { get; init; }
}

[Http("GET", "/knowledgebases/{knowledgeBaseId}")]
internal sealed class GetKnowledgeBase(AgentResources resources) : AgentOperation<GetKnowledgeBaseRequest, GetKnowledgeBaseResponse>
{
    protected override async Task<GetKnowledgeBaseResponse> RunAsync(GetKnowledgeBaseRequest request, CancellationToken token)
    {
        var found = await resources.KnowledgeBaseAsync(request.KnowledgeBaseId, token);
        return new() { KnowledgeBase = KnowledgeBaseDetail.Of(found, resources.Arn(found)) };
    }
}
