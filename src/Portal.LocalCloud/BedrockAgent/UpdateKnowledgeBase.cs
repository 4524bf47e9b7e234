using System.Text.Json;
using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.BedrockAgent;

internal sealed record UpdateKnowledgeBaseRequest
{
    public required string KnowledgeBaseId { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public required string RoleArn { get; init; }

    public required JsonElement? KnowledgeBaseConfiguration { get; init; }

    public JsonElement? StorageConfiguration { get; init; }
}

internal sealed record UpdateKnowledgeBaseResponse
{
    public required KnowledgeBaseDetail KnowledgeBase { get; init; }
}

/// <summary>Overwrites name, description and role; the rest must be sent again as it is.</summary>
[Http("PUT", "/knowledgebases/{knowledgeBaseId}", Status = 202)]
internal sealed class UpdateKnowledgeBase(KnowledgeBaseStore store, AgentResources resources) : AgentOperation<UpdateKnowledgeBaseRequest, UpdateKnowledgeBaseResponse>
{
    protected override async Task<UpdateKnowledgeBaseResponse> RunAsync(UpdateKnowledgeBaseRequest request, CancellationToken token)
    {
        var current = await resources.KnowledgeBaseAsync(request.KnowledgeBaseId, token);
        AgentResources.MustBeIdle(current);
        if (!JsonElement.DeepEquals(current.Configuration, request.KnowledgeBaseConfiguration!.Value))
            throw AgentFaults.Invalid("knowledgeBaseConfiguration can not be changed after creation.");
        if ((current.Storage, request.StorageConfiguration) is not (null, null)
            && (current.Storage is not { } before || request.StorageConfiguration is not { } after || !JsonElement.DeepEquals(before, after)))
            throw AgentFaults.Invalid("storageConfiguration can not be changed after creation.");

        if (!await store.UpdateAsync(current.Id, request.Name, request.Description, request.RoleArn, token))
            throw AgentFaults.Conflict($"KnowledgeBase with name {request.Name} already exists.");
        var updated = await resources.KnowledgeBaseAsync(current.Id, token);
        return new() { KnowledgeBase = KnowledgeBaseDetail.Of(updated, resources.Arn(updated)) };
    }
}
