using System.Text.Json;
using Portal.LocalCloud.BedrockAgent.Ingestion;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire.Shapes;

namespace Portal.LocalCloud.BedrockAgent;

internal sealed record ListIngestionJobsRequest
{
    public required string KnowledgeBaseId { get; init; }

    public required string DataSourceId { get; init; }

    public JsonElement? Filters { get; init; }

    public JsonElement? SortBy { get; init; }

    public string? NextToken { get; init; }

    public int? MaxResults { get; init; }
}

internal sealed record ListIngestionJobsResponse
{
    public required IReadOnlyList<IngestionJobDetail> IngestionJobSummaries { get; init; }

    public string? NextToken { get; init; }
}

[Http("POST", "/knowledgebases/{knowledgeBaseId}/datasources/{dataSourceId}/ingestionjobs/")]
internal sealed class ListIngestionJobs(IngestionJobStore jobs, AgentResources resources) : AgentOperation<ListIngestionJobsRequest, ListIngestionJobsResponse>
{
    private const int DefaultPage = 100;

    protected override async Task<ListIngestionJobsResponse> RunAsync(ListIngestionJobsRequest request, CancellationToken token)
    {
        var (_, source) = await resources.DataSourceAsync(request.KnowledgeBaseId, request.DataSourceId, token);
        var statuses = request.Filters is { } filters ? filters.EnumerateArray().SelectMany(filter => filter.GetProperty("values").EnumerateArray().Select(value => value.GetString()!)).ToList() : null;
        var order = Order(request.SortBy);
        var listing = $"ingestion-jobs/{source.Id}/{order}/{string.Join(',', statuses ?? [])}";
        var maximum = request.MaxResults ?? DefaultPage;
        var offset = PageToken.Offset(listing, request.NextToken);
        var (page, next) = PageToken.Cut(await jobs.ListAsync(source.Id, statuses, order, offset, maximum + 1, token), maximum, listing, offset);
        return new() { IngestionJobSummaries = [.. page.Select(job => IngestionJobDetail.Of(job, isSummary: true))], NextToken = next };
    }

    // Both parts come from fixed texts, never from the request.
    private static string Order(JsonElement? sortBy) => sortBy is not { } given
        ? "started_at DESC"
        : $"{(given.GetProperty("attribute").GetString() == "STATUS" ? "status" : "started_at")} {(given.GetProperty("order").GetString() == "ASCENDING" ? "ASC" : "DESC")}";
}
