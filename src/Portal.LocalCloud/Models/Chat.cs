namespace Portal.LocalCloud.Models;

/// <summary>A conversation to be answered, in terms both kinds of model understand.</summary>
/// <param name="Instructions">System texts.</param>
/// <param name="Turns">Oldest first; the last is the one to answer.</param>
/// <param name="Sources">Texts given to answer from, beside what the turns say themselves.</param>
/// <param name="Limits">When to end.</param>
internal sealed record ChatRequest(IReadOnlyList<string> Instructions, IReadOnlyList<ChatTurn> Turns, IReadOnlyList<AnswerSource> Sources, ChatLimits Limits);

internal sealed record ChatTurn(bool IsUser, IReadOnlyList<string> Texts, int Images = 0);

internal sealed record ChatLimits(int? MaximumTokens = null, double? Temperature = null, double? TopP = null, IReadOnlyList<string>? StopSequences = null);

/// <summary>A piece of an answer; the last one tells why it ended and what it took.</summary>
internal sealed record ChatPiece(string Text, string? StopReason = null, int InputTokens = 0, int OutputTokens = 0);

/// <summary>Something that answers: the built-in extractive model, or a server one points at.</summary>
internal interface IChatModel
{
    /// <summary>Who really answers, whatever model id was asked for.</summary>
    string Name { get; }

    /// <summary>The counter behind its token numbers.</summary>
    string Tokenizer { get; }

    IAsyncEnumerable<ChatPiece> AnswerAsync(ChatRequest request, CancellationToken token);
}
