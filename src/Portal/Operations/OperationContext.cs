using Portal.Access;

namespace Portal.Operations;

/// <summary>What a step has at hand: who, and the journal.</summary>
public sealed class OperationContext
{
    private readonly OperationJournal journal;
    private readonly Dictionary<string, string> facts;

    internal OperationContext(OperationRecord operation, Actor actor, OperationJournal journal, Dictionary<string, string> facts)
    {
        OperationId = operation.Id;
        ConnectionId = operation.ConnectionId;
        TenantIds = operation.TenantIds;
        Actor = actor;
        this.journal = journal;
        this.facts = facts;
    }

    public Guid OperationId { get; }

    public Guid ConnectionId { get; }

    public IReadOnlyList<Guid> TenantIds { get; }

    /// <summary>The starter, with the rights that he has now.</summary>
    public Actor Actor { get; }

    /// <summary>Something noted by this or an earlier step; null when it was not.</summary>
    public string? Fact(string key) => facts.GetValueOrDefault(key);

    /// <summary>Writes a fact to the journal before returning. Note what you are about to create before you call AWS.</summary>
    public async Task NoteAsync(string key, string value, CancellationToken cancellation)
    {
        await journal.NoteAsync(OperationId, key, value, cancellation);
        facts[key] = value;
    }

    /// <summary>
    /// A client token for an AWS call: made once, journalled before it is used, so that the repeated call after a crash is the same call to AWS and creates nothing twice.
    /// </summary>
    public async Task<string> ClientTokenAsync(string key, CancellationToken cancellation)
    {
        if (Fact(key) is { } token) return token;
        token = Guid.NewGuid().ToString("D");
        await NoteAsync(key, token, cancellation);
        return token;
    }

    /// <summary>Live progress of the running step.</summary>
    /// <param name="message">What is happening, with numbers: "318 of 1,204 documents".</param>
    /// <param name="fraction">0 to 1; null when it cannot be known.</param>
    /// <param name="cancellation">Stops the write.</param>
    public Task ReportAsync(string message, double? fraction, CancellationToken cancellation) => journal.ReportAsync(OperationId, message, fraction, cancellation);
}
