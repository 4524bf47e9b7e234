using System.Runtime.CompilerServices;
using Amazon.BedrockRuntime.Model;
using Portal.Access;
using Portal.Aws;
using Portal.Tenants;

namespace Portal.Ask.Safe;

/// <summary>
/// The safe way to an answer: Retrieve with the guard, look at every chunk, and let a model see nothing but verified chunks. What the model never saw it cannot give away.
/// </summary>
public sealed class SafeAsker(AwsClients clients, FilterGrounds grounds, IncidentLedger ledger, AuditTrail audit)
{
    /// <summary>Asks as the tenant.</summary>
    /// <param name="scope">Whose question it is; the actor needs the right AskAsTenant.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="cancellation">Ends the answer where it is.</param>
    /// <exception cref="PortalProblemException">The question, its filter or the tenant's set-up does not allow it.</exception>
    public async IAsyncEnumerable<AnswerEvent> AskAsync(TenantScope scope, Question question, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var found = await RetrieveAsync(scope, question, cancellation);
        yield return found;
        if (found.Verified.Count == 0)
        {
            yield return new AnswerEnded(null);
            yield break;
        }

        var model = AskRequests.ModelOf(scope);
        using var answer = await clients.For(scope.Connection).BedrockRuntime.ConverseStreamAsync(
            Prompt.Request(model, question.Text, found.Verified, scope.Attribute.Key), cancellation);
        string? stopReason = null, answeredBy = null, tokenizer = null;
        TokenUsage? usage = null;
        await foreach (var received in answer.Stream!.WithCancellation(cancellation))
        {
            switch (received)
            {
                case ContentBlockDeltaEvent { Delta.Text: { Length: > 0 } text }:
                    yield return new AnswerText(text);
                    break;
                case MessageStopEvent stop:
                    stopReason = stop.StopReason?.Value;
                    answeredBy = Answerer.Field(stop.AdditionalModelResponseFields, "answeredBy");
                    tokenizer = Answerer.Field(stop.AdditionalModelResponseFields, "tokenizer");
                    break;
                case ConverseStreamMetadataEvent metadata:
                    usage = metadata.Usage;
                    break;
            }
        }

        yield return new AnswerEnded(new Answerer(model, answeredBy), stopReason, usage?.InputTokens, usage?.OutputTokens, tokenizer);
    }

    /// <summary>Retrieve, guard, re-check: the tenant's own chunks and what was withheld.</summary>
    public async Task<ChunksFound> RetrieveAsync(TenantScope scope, Question question, CancellationToken cancellation = default)
    {
        scope.Demand(Permission.AskAsTenant);
        var request = AskRequests.Retrieve(scope, question);
        await grounds.DemandAsync(scope, question.Filter, cancellation);
        using var calls = AwsCallLog.Begin();
        var response = await clients.For(scope.Connection).BedrockAgentRuntime.RetrieveAsync(request, cancellation);
        var requestId = response.ResponseMetadata?.RequestId;
        var check = ChunkCheck.Check(scope, (response.RetrievalResults ?? []).Select(Chunk.Of));
        var incidents = await ledger.RecordAsync(scope, request.KnowledgeBaseId, "Retrieve", check.Violations, requestId, cancellation);
        await audit.WriteAsync(
            scope.Actor, "tenant.ask", scope.Tenant.Slug, scope.Tenant.Id,
            after: new { Api = "Retrieve", question.NumberOfResults, Verified = check.Verified.Count, Withheld = check.Violations.Count }, calls: calls);
        return new ChunksFound(check.Verified, check.Violations.Count, scope.Actor.May(Permission.ReadAudit) ? incidents : [], requestId);
    }
}
