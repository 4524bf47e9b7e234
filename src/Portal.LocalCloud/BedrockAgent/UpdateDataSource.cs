using System.Text.Json;
using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.BedrockAgent;

internal sealed record UpdateDataSourceRequest
{
    public required string KnowledgeBaseId { get; init; }

    public required string DataSourceId { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public required JsonElement? DataSourceConfiguration { get; init; }

    public string? DataDeletionPolicy { get; init; }

    public JsonElement? ServerSideEncryptionConfiguration { get; init; }

    public JsonElement? VectorIngestionConfiguration { get; init; }
}

internal sealed record UpdateDataSourceResponse
{
    public required DataSourceDetail DataSource { get; init; }
}

/// <summary>Overwrites the data source; its chunking must be sent again as it is.</summary>
[Http("PUT", "/knowledgebases/{knowledgeBaseId}/datasources/{dataSourceId}")]
internal sealed class UpdateDataSource(DataSourceStore store, AgentResources resources, TimeProvider time) : AgentOperation<UpdateDataSourceRequest, UpdateDataSourceResponse>
{
    protected override async Task<UpdateDataSourceResponse> RunAsync(UpdateDataSourceRequest request, CancellationToken token)
    {
        var (knowledgeBase, current) = await resources.DataSourceAsync(request.KnowledgeBaseId, request.DataSourceId, token);
        var configuration = request.DataSourceConfiguration!.Value;
        DataSourceRules.Check(knowledgeBase, configuration, request.VectorIngestionConfiguration, request.DataDeletionPolicy);
        if (configuration.GetProperty("type").GetString() != current.Type) throw AgentFaults.Invalid("The type of a data source can not be changed after creation.");
        if (!SameChunking(DataSourceRules.ChunkingOf(current.Ingestion), DataSourceRules.ChunkingOf(request.VectorIngestionConfiguration)))
            throw AgentFaults.Invalid("chunkingConfiguration can not be changed after the data source is created.");

        var changed = current with
        {
            Name = request.Name,
            Description = request.Description,
            Configuration = configuration,
            Encryption = request.ServerSideEncryptionConfiguration,
            Ingestion = request.VectorIngestionConfiguration,
            DeletionPolicy = request.DataDeletionPolicy ?? current.DeletionPolicy,
            UpdatedAt = time.GetUtcNow(),
        };
        if (!await store.UpdateAsync(changed, token)) throw AgentFaults.Conflict($"DataSource with name {request.Name} already exists.");
        return new() { DataSource = DataSourceDetail.Of(changed) };
    }

    private static bool SameChunking(JsonElement? before, JsonElement? after) =>
        before is { } known ? after is { } given && JsonElement.DeepEquals(known, given) : after is null;
}
