using Amazon.BedrockAgent;
using Amazon.BedrockAgent.Model;
using Portal.Access;
using Portal.Aws;
using Portal.Operations;

namespace Portal.KnowledgeBases.Making;

/// <summary>
/// Makes a data source as steps of a durable operation. Data sources have no tags: the journal notes that the name was free before the client token is made, so
/// a data source of that name over the same prefix is this operation's, and one that was there before is never touched.
/// </summary>
public sealed class DataSourceBuilder(AwsClients clients, ConnectionGuard connections, AuditTrail audit, TimeProvider time)
{
    /// <summary>The journal's key of the id, for the steps that follow.</summary>
    /// <param name="part">Distinguishes several in one operation.</param>
    public static string IdFact(string part = "data-source") => $"{part}.id";

    /// <summary>"Create", undone by deleting, and "wait until AVAILABLE"; put them into an operation's steps.</summary>
    /// <param name="spec">What to make; check it with <see cref="SpecRules"/> before the operation starts.</param>
    /// <param name="knowledgeBaseId">Of which knowledge base; asked when the step runs, so it may come from an earlier step's fact.</param>
    /// <param name="part">Distinguishes several in one operation.</param>
    public IReadOnlyList<OperationStep> Steps(DataSourceSpec spec, Func<OperationContext, string> knowledgeBaseId, string part = "data-source") =>
    [
        new($"{part}.create", $"Create the data source {spec.Name}", (context, cancellation) => CreateAsync(context, spec, knowledgeBaseId(context), part, cancellation),
            (context, cancellation) => DeleteAsync(context, spec, knowledgeBaseId, part, cancellation)),
        new($"{part}.ready", "Wait until the data source is AVAILABLE", (context, cancellation) => AwaitAvailableAsync(context, knowledgeBaseId(context), part, cancellation)),
    ];

    private async Task CreateAsync(OperationContext context, DataSourceSpec spec, string knowledgeBaseId, string part, CancellationToken cancellation)
    {
        if (context.Fact(IdFact(part)) is not null) return;
        var connection = await connections.WritableAsync(context.ConnectionId, cancellation);
        var client = clients.For(connection).BedrockAgent;
        var again = context.Fact($"{part}.token") is not null;
        if (!again) await DemandPlaceAsync(client, knowledgeBaseId, spec, cancellation);
        var request = spec.ToRequest(knowledgeBaseId);
        request.ClientToken = await context.ClientTokenAsync($"{part}.token", cancellation);
        using var calls = AwsCallLog.Begin();
        string id;
        try
        {
            id = (await client.CreateDataSourceAsync(request, cancellation)).DataSource.DataSourceId;
        }
        catch (ConflictException) when (again)
        {
            id = await FindOwnAsync(client, knowledgeBaseId, spec, cancellation) ?? throw new PortalProblemException(NameTaken(spec));
        }

        await audit.WriteAsync(context.Actor, "data-source.create", $"{knowledgeBaseId}/{id}", context.TenantIds is [var tenant] ? tenant : null, after: spec, calls: calls);
        await context.NoteAsync(IdFact(part), id, cancellation);
    }

    private static async Task DemandPlaceAsync(IAmazonBedrockAgent client, string knowledgeBaseId, DataSourceSpec spec, CancellationToken cancellation)
    {
        var count = 0;
        await foreach (var existing in client.Paginators.ListDataSources(new() { KnowledgeBaseId = knowledgeBaseId }).DataSourceSummaries.WithCancellation(cancellation))
        {
            if (existing.Name == spec.Name) throw new PortalProblemException(NameTaken(spec));
            count++;
        }

        if (count >= DataSourceSpec.MostPerKnowledgeBase)
        {
            throw new PortalProblemException(new(
                "ServiceQuotaExceededException",
                $"This knowledge base has {count} data sources; Amazon Bedrock takes at most {DataSourceSpec.MostPerKnowledgeBase} (quota L-679D8304).",
                "Let tenants share a data source, or make another knowledge base."));
        }
    }

    private async Task AwaitAvailableAsync(OperationContext context, string knowledgeBaseId, string part, CancellationToken cancellation)
    {
        var id = context.Fact(IdFact(part))!;
        var client = clients.For(await connections.WritableAsync(context.ConnectionId, cancellation)).BedrockAgent;
        for (var pause = Pauses.First; ; pause = Pauses.Longer(pause))
        {
            var state = (await client.GetDataSourceAsync(new() { KnowledgeBaseId = knowledgeBaseId, DataSourceId = id }, cancellation)).DataSource;
            if (state.Status == DataSourceStatus.AVAILABLE) return;
            if (state.Status != DataSourceStatus.CREATING)
                throw new PortalProblemException(MakingProblems.NotMade("data source", state.Status, state.FailureReasons));
            await context.ReportAsync("AWS is creating it", null, cancellation);
            await Task.Delay(pause, time, cancellation);
        }
    }

    private async Task DeleteAsync(
        OperationContext context, DataSourceSpec spec, Func<OperationContext, string> knowledgeBase, string part, CancellationToken cancellation)
    {
        if (context.Fact($"{part}.token") is null) return;
        await connections.DemandWritableNowAsync(cancellation);
        var client = clients.For(await connections.WritableAsync(context.ConnectionId, cancellation)).BedrockAgent;
        var knowledgeBaseId = knowledgeBase(context);
        using var calls = AwsCallLog.Begin();
        try
        {
            if ((context.Fact(IdFact(part)) ?? await FindOwnAsync(client, knowledgeBaseId, spec, cancellation)) is not { } id) return;
            await client.DeleteDataSourceAsync(new() { KnowledgeBaseId = knowledgeBaseId, DataSourceId = id }, cancellation);
            for (var pause = Pauses.First; ; pause = Pauses.Longer(pause))
            {
                var state = (await client.GetDataSourceAsync(new() { KnowledgeBaseId = knowledgeBaseId, DataSourceId = id }, cancellation)).DataSource;
                if (state.Status == DataSourceStatus.DELETE_UNSUCCESSFUL)
                    throw new PortalProblemException(MakingProblems.NotDeleted("data source", state.FailureReasons));
                await Task.Delay(pause, time, cancellation);
            }
        }
        catch (ResourceNotFoundException)
        {
            await audit.WriteAsync(
                context.Actor, "data-source.delete", $"{knowledgeBaseId}/{context.Fact(IdFact(part))}", context.TenantIds is [var tenant] ? tenant : null, before: spec, calls: calls);
        }
    }

    private static async Task<string?> FindOwnAsync(IAmazonBedrockAgent client, string knowledgeBaseId, DataSourceSpec spec, CancellationToken cancellation)
    {
        await foreach (var candidate in client.Paginators.ListDataSources(new() { KnowledgeBaseId = knowledgeBaseId }).DataSourceSummaries.WithCancellation(cancellation))
        {
            if (candidate.Name != spec.Name) continue;
            var existing = (await client.GetDataSourceAsync(new() { KnowledgeBaseId = knowledgeBaseId, DataSourceId = candidate.DataSourceId }, cancellation)).DataSource;
            if (spec.Covers(existing)) return existing.DataSourceId;
        }

        return null;
    }

    private static PortalProblem NameTaken(DataSourceSpec spec) => new(
        "ConflictException", $"This knowledge base has a data source named {spec.Name} already.", "Choose another name, or use the existing one.", Field: nameof(spec.Name));
}
