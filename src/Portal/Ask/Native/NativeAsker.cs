using Amazon.BedrockAgentRuntime.Model;
using Portal.Access;
using Portal.Aws;
using Portal.Tenants;

namespace Portal.Ask.Native;

/// <summary>A part of an answer and the numbers of the chunks that AWS says it rests on.</summary>
public sealed record CitedPart(string Text, IReadOnlyList<int> Chunks);

/// <summary>An answer of RetrieveAndGenerate after its citations were looked at.</summary>
/// <param name="Parts">The answer; empty when it is withheld or nothing was found.</param>
/// <param name="Cited">The verified chunks that it cites.</param>
/// <param name="Withheld">How many cited chunks were not the tenant's; then the whole answer is withheld.</param>
/// <param name="Incidents">What is written down of those; empty for who may not see other tenants.</param>
/// <param name="RequestId">AWS's request id.</param>
/// <param name="Answerer">Who answered.</param>
/// <param name="Turn">Which question of the conversation this was, from 1; 0 when the conversation was forgotten.</param>
public sealed record NativeAnswer(
    IReadOnlyList<CitedPart> Parts, IReadOnlyList<VerifiedChunk> Cited, int Withheld, IReadOnlyList<Incident> Incidents, string? RequestId, Answerer Answerer, int Turn);

/// <summary>
/// AWS's own RetrieveAndGenerate, with the guard in its filter. AWS shows only what the answer cites: what the model read and did not cite cannot be re-checked, so this
/// is the second mode. The answer is held back until all citations are looked at; one foreign chunk withholds all of it and ends the conversation, whose memory is tainted.
/// </summary>
public sealed class NativeAsker(AwsClients clients, FilterGrounds grounds, AskSessions sessions, IncidentLedger ledger, AuditTrail audit)
{
    /// <summary>Asks as the tenant, in the conversation of this user as this tenant.</summary>
    public async Task<NativeAnswer> AskAsync(TenantScope scope, Question question, CancellationToken cancellation = default)
    {
        scope.Demand(Permission.AskAsTenant);
        await grounds.DemandAsync(scope, question.Filter, cancellation);
        var session = await sessions.FindAsync(scope, cancellation);
        using var calls = AwsCallLog.Begin();
        var response = await AskAsync(scope, question, session?.AwsSessionId, cancellation);
        var requestId = response.ResponseMetadata?.RequestId;

        var (parts, chunks) = Read(response);
        var check = ChunkCheck.Check(scope, chunks);
        var incidents = await ledger.RecordAsync(scope, AskRequests.KnowledgeBaseOf(scope), "RetrieveAndGenerate", check.Violations, requestId, cancellation);
        var turn = 0;
        if (check.Violations.Count > 0) await sessions.ForgetAsync(scope, "a cited chunk was not the tenant's", cancellation);
        else turn = await sessions.KeepAsync(scope, response.SessionId, cancellation);
        await audit.WriteAsync(
            scope.Actor, "tenant.ask", scope.Tenant.Slug, scope.Tenant.Id,
            after: new { Api = "RetrieveAndGenerate", question.NumberOfResults, Cited = check.Verified.Count, Withheld = check.Violations.Count }, calls: calls);
        return new NativeAnswer(
            check.Violations.Count > 0 || check.Verified.Count == 0 ? [] : parts,
            check.Verified,
            check.Violations.Count,
            scope.Actor.May(Permission.ReadAudit) ? incidents : [],
            requestId,
            new Answerer(AskRequests.ModelOf(scope), calls.Calls.LastOrDefault(call => call.AnsweredBy is not null)?.AnsweredBy),
            turn);
    }

    private async Task<RetrieveAndGenerateResponse> AskAsync(TenantScope scope, Question question, string? sessionId, CancellationToken cancellation)
    {
        var client = clients.For(scope.Connection).BedrockAgentRuntime;
        try
        {
            return await client.RetrieveAndGenerateAsync(AskRequests.RetrieveAndGenerate(scope, question, sessionId), cancellation);
        }
        catch (ValidationException fault) when (sessionId is not null && fault.Message.Contains("session", StringComparison.OrdinalIgnoreCase))
        {
            // AWS forgets conversations after a time of its own.
            await sessions.ForgetAsync(scope, "AWS no longer knows it", cancellation);
            return await client.RetrieveAndGenerateAsync(AskRequests.RetrieveAndGenerate(scope, question, null), cancellation);
        }
    }

    /// <summary>The answer's parts, and every cited chunk once; numbers are places in that list.</summary>
    private static (List<CitedPart> Parts, List<Chunk> Chunks) Read(RetrieveAndGenerateResponse response)
    {
        var parts = new List<CitedPart>();
        var chunks = new List<Chunk>();
        foreach (var citation in response.Citations ?? [])
        {
            var numbers = new List<int>();
            foreach (var chunk in (citation.RetrievedReferences ?? []).Select(Chunk.Of))
            {
                var index = chunks.FindIndex(known => known.Uri == chunk.Uri && known.Text == chunk.Text);
                if (index < 0)
                {
                    chunks.Add(chunk);
                    index = chunks.Count - 1;
                }

                numbers.Add(index + 1);
            }

            if (citation.GeneratedResponsePart?.TextResponsePart?.Text is { Length: > 0 } text) parts.Add(new CitedPart(text, numbers));
        }

        return (parts, chunks);
    }
}
