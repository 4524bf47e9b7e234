using Amazon.BedrockAgent;
using Amazon.BedrockAgent.Model;
using Portal.Access;
using Portal.Aws;
using Portal.KnowledgeBases.Sync;
using Portal.Tenants;

namespace Portal.KnowledgeBases;

/// <summary>How a document stands in an index.</summary>
/// <param name="Uri">Its S3 location, or a custom document's id.</param>
/// <param name="Status">AWS's status: INDEXED, FAILED, IGNORED, NOT_FOUND …; null when AWS cannot be asked about this document.</param>
/// <param name="Reason">AWS's reason, or why AWS cannot be asked.</param>
/// <param name="UpdatedAt">Since when.</param>
public sealed record DocumentState(string Uri, string? Status, string? Reason, DateTimeOffset? UpdatedAt);

/// <summary>A page of documents and where the next begins.</summary>
public sealed record DocumentStates(IReadOnlyList<DocumentState> Documents, string? Next);

/// <summary>Asks how documents stand in the index. AWS tells status and reason, never attributes.</summary>
public sealed class DocumentIndex(AwsClients clients, ConnectionGuard connections)
{
    // The service's own pattern for locations is s3:// and at most 128 characters, although S3 and the sync take longer keys.
    private const int LongestLocation = 5 + 128;
    private const int MostPerRequest = 10;

    /// <summary>The documents of a data source, whoever's they are.</summary>
    public async Task<DocumentStates> PageAsync(Actor actor, string knowledgeBaseId, string dataSourceId, string? next = null, int size = 100, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ReadKnowledgeBases);
        var connection = await connections.CurrentAsync(cancellation);
        var page = await clients.For(connection).BedrockAgent.ListKnowledgeBaseDocumentsAsync(
            new() { KnowledgeBaseId = knowledgeBaseId, DataSourceId = dataSourceId, MaxResults = size, NextToken = next }, cancellation);
        return new DocumentStates([.. (page.DocumentDetails ?? []).Select(State)], page.NextToken);
    }

    /// <summary>How some of a tenant's documents stand; the answer has the order of the keys.</summary>
    /// <param name="scope">Whose documents; keys outside its prefix are refused.</param>
    /// <param name="keys">S3 keys.</param>
    /// <param name="cancellation">Ends the asking.</param>
    public async Task<IReadOnlyList<DocumentState>> OfAsync(TenantScope scope, IReadOnlyList<string> keys, CancellationToken cancellation = default)
    {
        scope.Demand(Permission.ReadTenant);
        if (keys.Any(key => !key.StartsWith(scope.Prefix, StringComparison.Ordinal))) throw new PortalProblemException(PortalProblem.NotFound("document"));
        var (knowledgeBase, dataSource) = SyncDesk.SourceOf(scope.Tenant);
        var client = clients.For(scope.Connection).BedrockAgent;
        var states = new Dictionary<string, DocumentState>();
        var uris = keys.Select(key => $"s3://{scope.Bucket}/{key}").ToList();
        foreach (var batch in uris.Where(uri => uri.Length <= LongestLocation).Distinct().Chunk(MostPerRequest))
        {
            var answer = await client.GetKnowledgeBaseDocumentsAsync(
                new()
                {
                    KnowledgeBaseId = knowledgeBase,
                    DataSourceId = dataSource,
                    DocumentIdentifiers = [.. batch.Select(uri => new DocumentIdentifier { DataSourceType = ContentDataSourceType.S3, S3 = new() { Uri = uri } })],
                },
                cancellation);
            foreach (var state in (answer.DocumentDetails ?? []).Select(State)) states[state.Uri] = state;
        }

        return [.. uris.Select(uri => states.GetValueOrDefault(uri)
            ?? (uri.Length > LongestLocation
                ? new DocumentState(uri, null, "AWS cannot be asked about locations of more than 128 characters; the sync indexes them all the same.", null)
                : new DocumentState(uri, DocumentStatus.NOT_FOUND, null, null)))];
    }

    private static DocumentState State(KnowledgeBaseDocumentDetail detail) => new(
        detail.Identifier.S3?.Uri ?? detail.Identifier.Custom?.Id ?? "",
        detail.Status?.Value,
        detail.StatusReason,
        detail.UpdatedAt is { } moment ? new DateTimeOffset(moment.ToUniversalTime()) : null);
}
