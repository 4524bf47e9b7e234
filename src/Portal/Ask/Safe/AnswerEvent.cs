namespace Portal.Ask.Safe;

/// <summary>What happens while an answer comes, in this order: <see cref="ChunksFound"/>, then pieces of text, then <see cref="AnswerEnded"/>.</summary>
public abstract record AnswerEvent;

/// <summary>AWS has retrieved and every chunk was looked at.</summary>
/// <param name="Verified">The tenant's own; only these go to the model.</param>
/// <param name="Withheld">How many were not the tenant's.</param>
/// <param name="Incidents">What is written down of those; empty for who may not see other tenants.</param>
/// <param name="RequestId">AWS's request id of Retrieve.</param>
public sealed record ChunksFound(IReadOnlyList<VerifiedChunk> Verified, int Withheld, IReadOnlyList<Incident> Incidents, string? RequestId) : AnswerEvent;

/// <summary>A piece of the answer.</summary>
public sealed record AnswerText(string Text) : AnswerEvent;

/// <summary>The answer is whole. Without verified chunks no model was asked.</summary>
/// <param name="Answerer">Who answered; null when no model was asked.</param>
/// <param name="StopReason">Why it ended: "end_turn", "max_tokens" …</param>
/// <param name="InputTokens">As the model counts.</param>
/// <param name="OutputTokens">As the model counts.</param>
/// <param name="Tokenizer">Which counter, where it is not the model's own.</param>
public sealed record AnswerEnded(Answerer? Answerer, string? StopReason = null, int? InputTokens = null, int? OutputTokens = null, string? Tokenizer = null) : AnswerEvent;
