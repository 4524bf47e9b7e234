using System.Globalization;
using System.Text.Json;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.State;

namespace Portal.LocalCloud.BedrockAgent;

internal sealed record CreateDataSourceRequest
{
    public required string KnowledgeBaseId { get; init; }

    public string? ClientToken { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public required JsonElement? DataSourceConfiguration { get; init; }

    public string? DataDeletionPolicy { get; init; }

    public JsonElement? ServerSideEncryptionConfiguration { get; init; }

    public JsonElement? VectorIngestionConfiguration { get; init; }
}

internal sealed record CreateDataSourceResponse
{
    public required DataSourceDetail DataSource { get; init; }
}

[Http("PUT", "/knowledgebases/{knowledgeBaseId}/datasources/")]
internal sealed class CreateDataSource(DataSourceStore store, AgentResources resources, TimeProvider time) : AgentOperation<CreateDataSourceRequest, CreateDataSourceResponse>
{
    public const int MaximumPerKnowledgeBase = 5;

    protected override async Task<CreateDataSourceResponse> RunAsync(CreateDataSourceRequest request, CancellationToken token)
    {
        var knowledgeBase = await resources.KnowledgeBaseAsync(request.KnowledgeBaseId, token);
        var configuration = request.DataSourceConfiguration!.Value;
        DataSourceRules.Check(knowledgeBase, configuration, request.VectorIngestionConfiguration, request.DataDeletionPolicy);
        AgentResources.MustBeIdle(knowledgeBase);
        if (request.ClientToken is { } given && await store.FindByClientTokenAsync(knowledgeBase.Id, given, token) is { } known) return new() { DataSource = DataSourceDetail.Of(known) };

        var now = time.GetUtcNow();
        var added = new DataSource(
            ResourceIds.Ten(), knowledgeBase.Id, request.Name, request.Description, configuration.GetProperty("type").GetString()!, configuration,
            request.ServerSideEncryptionConfiguration, request.VectorIngestionConfiguration, request.DataDeletionPolicy ?? "DELETE", "AVAILABLE", [], now, now);
        return await store.AddAsync(added, request.ClientToken, MaximumPerKnowledgeBase, token) switch
        {
            DataSourceAdded.NameTaken => throw AgentFaults.Conflict($"DataSource with name {request.Name} already exists."),
            DataSourceAdded.TooMany => throw AgentFaults.Quota($"The number of data sources per knowledge base exceeds the maximum of {MaximumPerKnowledgeBase.ToString(CultureInfo.InvariantCulture)}."),
            _ => new() { DataSource = DataSourceDetail.Of(added) },
        };
    }
}
