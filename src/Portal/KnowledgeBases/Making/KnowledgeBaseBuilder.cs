using Amazon.BedrockAgent;
using Amazon.BedrockAgent.Model;
using Portal.Access;
using Portal.Aws;
using Portal.Operations;

namespace Portal.KnowledgeBases.Making;

/// <summary>
/// Makes a knowledge base as steps of a durable operation. A client token is journalled before AWS is called and the operation's id is a tag of what is made, so
/// that neither a crash between the call and the journal nor an expired token makes two of them, and undoing never deletes what someone else made.
/// </summary>
public sealed class KnowledgeBaseBuilder(AwsClients clients, ConnectionGuard connections, AuditTrail audit, TimeProvider time)
{
    /// <summary>The journal's key of the id, for the steps that follow.</summary>
    /// <param name="part">Distinguishes several in one operation.</param>
    public static string IdFact(string part = "knowledge-base") => $"{part}.id";

    /// <summary>"Create", undone by deleting, and "wait until ACTIVE"; put them into an operation's steps.</summary>
    /// <param name="spec">What to make; check it with <see cref="SpecRules"/> before the operation starts.</param>
    /// <param name="part">Distinguishes several in one operation.</param>
    public IReadOnlyList<OperationStep> Steps(KnowledgeBaseSpec spec, string part = "knowledge-base") =>
    [
        new($"{part}.create", $"Create the knowledge base {spec.Name}", (context, cancellation) => CreateAsync(context, spec, part, cancellation),
            (context, cancellation) => DeleteAsync(context, spec, part, cancellation)),
        new($"{part}.ready", "Wait until the knowledge base is ACTIVE", (context, cancellation) => AwaitActiveAsync(context, part, cancellation)),
    ];

    private async Task CreateAsync(OperationContext context, KnowledgeBaseSpec spec, string part, CancellationToken cancellation)
    {
        if (context.Fact(IdFact(part)) is not null) return;
        var connection = await connections.WritableAsync(context.ConnectionId, cancellation);
        var again = context.Fact($"{part}.token") is not null;
        var request = spec.ToRequest(connection);
        request.ClientToken = await context.ClientTokenAsync($"{part}.token", cancellation);
        request.Tags = new() { [KnowledgeBaseSpec.OperationTag] = context.OperationId.ToString() };
        using var calls = AwsCallLog.Begin();
        string id;
        try
        {
            id = (await clients.For(connection).BedrockAgent.CreateKnowledgeBaseAsync(request, cancellation)).KnowledgeBase.KnowledgeBaseId;
        }
        catch (ConflictException)
        {
            id = (again ? await FindOwnAsync(connection, context, spec.Name, cancellation) : null)
                ?? throw new PortalProblemException(new(
                    "ConflictException", $"A knowledge base named {spec.Name} exists already.", "Choose another name, or use the existing one.", Field: nameof(spec.Name)));
        }

        await audit.WriteAsync(context.Actor, "knowledge-base.create", id, context.TenantIds is [var tenant] ? tenant : null, after: spec, calls: calls);
        await context.NoteAsync(IdFact(part), id, cancellation);
    }

    private async Task AwaitActiveAsync(OperationContext context, string part, CancellationToken cancellation)
    {
        var id = context.Fact(IdFact(part))!;
        var client = clients.For(await connections.WritableAsync(context.ConnectionId, cancellation)).BedrockAgent;
        for (var pause = Pauses.First; ; pause = Pauses.Longer(pause))
        {
            var state = (await client.GetKnowledgeBaseAsync(new() { KnowledgeBaseId = id }, cancellation)).KnowledgeBase;
            if (state.Status == KnowledgeBaseStatus.ACTIVE) return;
            if (state.Status != KnowledgeBaseStatus.CREATING)
                throw new PortalProblemException(MakingProblems.NotMade("knowledge base", state.Status, state.FailureReasons));
            await context.ReportAsync("AWS is creating it", null, cancellation);
            await Task.Delay(pause, time, cancellation);
        }
    }

    private async Task DeleteAsync(OperationContext context, KnowledgeBaseSpec spec, string part, CancellationToken cancellation)
    {
        if (context.Fact($"{part}.token") is null) return;
        await connections.DemandWritableNowAsync(cancellation);
        var connection = await connections.WritableAsync(context.ConnectionId, cancellation);
        var client = clients.For(connection).BedrockAgent;
        if ((context.Fact(IdFact(part)) ?? await FindOwnAsync(connection, context, spec.Name, cancellation)) is not { } id) return;
        using var calls = AwsCallLog.Begin();
        try
        {
            await client.DeleteKnowledgeBaseAsync(new() { KnowledgeBaseId = id }, cancellation);
            for (var pause = Pauses.First; ; pause = Pauses.Longer(pause))
            {
                var state = (await client.GetKnowledgeBaseAsync(new() { KnowledgeBaseId = id }, cancellation)).KnowledgeBase;
                if (state.Status == KnowledgeBaseStatus.DELETE_UNSUCCESSFUL)
                    throw new PortalProblemException(MakingProblems.NotDeleted("knowledge base", state.FailureReasons));
                await Task.Delay(pause, time, cancellation);
            }
        }
        catch (ResourceNotFoundException)
        {
            await audit.WriteAsync(context.Actor, "knowledge-base.delete", id, context.TenantIds is [var tenant] ? tenant : null, before: spec, calls: calls);
        }
    }

    /// <summary>What AWS made for this operation without our journal hearing of it.</summary>
    private async Task<string?> FindOwnAsync(AwsConnection connection, OperationContext context, string name, CancellationToken cancellation)
    {
        var client = clients.For(connection).BedrockAgent;
        await foreach (var candidate in client.Paginators.ListKnowledgeBases(new()).KnowledgeBaseSummaries.WithCancellation(cancellation))
        {
            if (candidate.Name != name) continue;
            var arn = (await client.GetKnowledgeBaseAsync(new() { KnowledgeBaseId = candidate.KnowledgeBaseId }, cancellation)).KnowledgeBase.KnowledgeBaseArn;
            var tags = (await client.ListTagsForResourceAsync(new() { ResourceArn = arn }, cancellation)).Tags;
            if (tags?.GetValueOrDefault(KnowledgeBaseSpec.OperationTag) == context.OperationId.ToString()) return candidate.KnowledgeBaseId;
        }

        return null;
    }
}
