using System.Text.Json;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.State;

namespace Portal.LocalCloud.BedrockAgent;

internal sealed record CreateKnowledgeBaseRequest
{
    public string? ClientToken { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public required string RoleArn { get; init; }

    public required JsonElement? KnowledgeBaseConfiguration { get; init; }

    public JsonElement? StorageConfiguration { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}

internal sealed record CreateKnowledgeBaseResponse
{
    public required KnowledgeBaseDetail KnowledgeBase { get; init; }
}

[Http("PUT", "/knowledgebases/", Status = 202)]
internal sealed class CreateKnowledgeBase(KnowledgeBaseStore store, AgentResources resources, TimeProvider time) : AgentOperation<CreateKnowledgeBaseRequest, CreateKnowledgeBaseResponse>
{
    protected override async Task<CreateKnowledgeBaseResponse> RunAsync(CreateKnowledgeBaseRequest request, CancellationToken token)
    {
        var configuration = request.KnowledgeBaseConfiguration!.Value;
        KnowledgeBaseRules.Check(configuration, request.StorageConfiguration);
        if (request.ClientToken is { } given && await store.FindByClientTokenAsync(given, token) is { } known)
            return new() { KnowledgeBase = KnowledgeBaseDetail.Of(known, resources.Arn(known)) };

        var now = time.GetUtcNow();
        var storageType = request.StorageConfiguration?.GetProperty("type").GetString();
        var created = new KnowledgeBase(
            ResourceIds.Ten(), request.Name, request.Description, request.RoleArn, configuration.GetProperty("type").GetString()!, configuration, storageType, request.StorageConfiguration, "CREATING", [], now, now);
        if (!await store.AddAsync(created, request.Tags ?? new Dictionary<string, string>(), request.ClientToken, token))
            throw AgentFaults.Conflict($"KnowledgeBase with name {request.Name} already exists.");
        return new() { KnowledgeBase = KnowledgeBaseDetail.Of(created, resources.Arn(created)) };
    }
}
