using Amazon.BedrockAgent;
using Amazon.BedrockAgent.Model;
using Portal.Access;
using Portal.Aws;
using Portal.KnowledgeBases.Making;
using Portal.Operations;

namespace Portal.KnowledgeBases;

/// <summary>A knowledge base as AWS describes it now.</summary>
/// <param name="State">AWS's own description.</param>
/// <param name="Limit">What the portal cannot do with it; null when it can do all.</param>
public sealed record KnowledgeBaseEntry(KnowledgeBase State, string? Limit)
{
    public string Id => State.KnowledgeBaseId;

    public string Name => State.Name;

    public string Type => State.KnowledgeBaseConfiguration.Type;

    /// <summary>"OPENSEARCH_SERVERLESS" and the like; null where AWS keeps the vectors itself.</summary>
    public string? StorageType => State.StorageConfiguration?.Type?.Value;

    public string? EmbeddingModelArn => State.KnowledgeBaseConfiguration.VectorKnowledgeBaseConfiguration?.EmbeddingModelArn;

    public bool IsOperable => Limit is null;
}

/// <summary>Reads knowledge bases and data sources from AWS, and starts the making of new ones.</summary>
public sealed class KnowledgeBaseCatalog(AwsClients clients, ConnectionGuard connections, OperationDesk desk)
{
    private const int AtOnce = 8;

    /// <summary>All knowledge bases of the connection, of every type, by name.</summary>
    public async Task<IReadOnlyList<KnowledgeBaseEntry>> ListAsync(Actor actor, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ReadKnowledgeBases);
        var client = clients.For(await connections.CurrentAsync(cancellation)).BedrockAgent;
        var ids = new List<string>();
        await foreach (var summary in client.Paginators.ListKnowledgeBases(new() { MaxResults = 1000 }).KnowledgeBaseSummaries.WithCancellation(cancellation)) ids.Add(summary.KnowledgeBaseId);
        var entries = new KnowledgeBaseEntry?[ids.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, ids.Count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (index, token) => entries[index] = await FindAsync(client, ids[index], token));
        return [.. entries.OfType<KnowledgeBaseEntry>().OrderBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>One knowledge base.</summary>
    /// <exception cref="PortalProblemException">NotFound.</exception>
    public async Task<KnowledgeBaseEntry> GetAsync(Actor actor, string id, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ReadKnowledgeBases);
        var client = clients.For(await connections.CurrentAsync(cancellation)).BedrockAgent;
        return await FindAsync(client, id, cancellation) ?? throw new PortalProblemException(PortalProblem.NotFound("knowledge base"));
    }

    /// <summary>Its data sources with their configuration, by name.</summary>
    public async Task<IReadOnlyList<DataSource>> DataSourcesAsync(Actor actor, string id, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ReadKnowledgeBases);
        var client = clients.For(await connections.CurrentAsync(cancellation)).BedrockAgent;
        var sources = new List<DataSource>();
        await foreach (var summary in client.Paginators.ListDataSources(new() { KnowledgeBaseId = id }).DataSourceSummaries.WithCancellation(cancellation))
        {
            try
            {
                sources.Add((await client.GetDataSourceAsync(new() { KnowledgeBaseId = id, DataSourceId = summary.DataSourceId }, cancellation)).DataSource);
            }
            catch (ResourceNotFoundException)
            {
                // Deleted between the list and the look.
            }
        }

        return [.. sources.OrderBy(source => source.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Starts to make a knowledge base.</summary>
    /// <returns>The operation's id.</returns>
    /// <exception cref="PortalProblemException">A field that AWS would refuse, named.</exception>
    public Task<Guid> MakeAsync(Actor actor, KnowledgeBasePlan plan, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ManageKnowledgeBases);
        SpecRules.Demand(SpecRules.Check(plan.KnowledgeBase));
        foreach (var source in plan.DataSources) SpecRules.Demand([.. SpecRules.Check(source).Select(finding => finding with { Field = $"DataSource.{finding.Field}" })]);
        return desk.StartAsync<MakeKnowledgeBase, KnowledgeBasePlan>(actor, plan, [], $"knowledge-base:{plan.KnowledgeBase.Name}", cancellation);
    }

    /// <summary>Starts to add a data source.</summary>
    /// <returns>The operation's id.</returns>
    /// <exception cref="PortalProblemException">A field that AWS would refuse, named; or a knowledge base that takes no S3 data source from the portal.</exception>
    public async Task<Guid> AddDataSourceAsync(Actor actor, string knowledgeBaseId, DataSourceSpec spec, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ManageKnowledgeBases);
        SpecRules.Demand(SpecRules.Check(spec));
        var knowledgeBase = await GetAsync(actor, knowledgeBaseId, cancellation);
        if (knowledgeBase.Limit is { } limit) throw new PortalProblemException(new("NotOperable", limit, "Use the AWS console for this knowledge base."));
        var plan = new DataSourcePlan(knowledgeBaseId, knowledgeBase.Name, spec);
        return await desk.StartAsync<MakeDataSource, DataSourcePlan>(actor, plan, [], $"data-source:{knowledgeBaseId}:{spec.Name}", cancellation);
    }

    /// <summary>What the portal cannot do with a type of knowledge base; null for VECTOR.</summary>
    public static string? LimitOf(string type) => type switch
    {
        "VECTOR" => null,
        "MANAGED" => "The portal does not sync or ask knowledge bases of type MANAGED: AWS keeps their store, RetrieveAndGenerate does not work with them and their filters differ.",
        "KENDRA" => "The portal does not sync or ask knowledge bases of type KENDRA: an Amazon Kendra index does the work and has no data sources here.",
        "SQL" => "The portal does not sync or ask knowledge bases of type SQL: they answer from tables by generated queries, which no metadata filter guards.",
        _ => $"The portal does not know knowledge bases of type {type}; it only lists them.",
    };

    private static async Task<KnowledgeBaseEntry?> FindAsync(IAmazonBedrockAgent client, string id, CancellationToken cancellation)
    {
        try
        {
            var state = (await client.GetKnowledgeBaseAsync(new() { KnowledgeBaseId = id }, cancellation)).KnowledgeBase;
            return new KnowledgeBaseEntry(state, LimitOf(state.KnowledgeBaseConfiguration.Type));
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }
}
