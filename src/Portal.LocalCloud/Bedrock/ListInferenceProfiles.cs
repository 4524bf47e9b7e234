using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire;
using Portal.LocalCloud.Wire.Shapes;

namespace Portal.LocalCloud.Bedrock;

internal sealed record ListInferenceProfilesRequest
{
    [Query("maxResults")]
    public int? MaxResults { get; init; }

    [Query("nextToken")]
    public string? NextToken { get; init; }

    [Query("type")]
    public string? Type { get; init; }
}

internal sealed record ListInferenceProfilesResponse
{
    public required IReadOnlyList<InferenceProfile> InferenceProfileSummaries { get; init; }

    public string? NextToken { get; init; }
}

[Http("GET", "/inference-profiles")]
internal sealed class ListInferenceProfiles(ProfileStore store) : BedrockOperation<ListInferenceProfilesRequest, ListInferenceProfilesResponse>
{
    private const int DefaultPage = 100;

    protected override async Task<ListInferenceProfilesResponse> RunAsync(ListInferenceProfilesRequest request, CancellationToken token)
    {
        var listing = $"inference-profiles/{request.Type}";
        var maximum = request.MaxResults ?? DefaultPage;
        var offset = PageToken.Offset(listing, request.NextToken);
        var rows = (await store.ListAsync(request.Type, token)).Skip((int)offset).Take(maximum + 1).ToList();
        var (page, next) = PageToken.Cut(rows, maximum, listing, offset);
        return new() { InferenceProfileSummaries = page, NextToken = next };
    }
}
