using Portal.Ask;
using Portal.Ask.Native;
using Portal.Ask.Safe;

namespace Portal.Web.Ask;

/// <summary>One question and what has come of it so far.</summary>
public sealed class AskRun(AskMode mode, TimeProvider clock)
{
    private readonly long started = clock.GetTimestamp();

    public AskMode Mode { get; } = mode;

    /// <summary>The tenant's own chunks: retrieved, or cited by RetrieveAndGenerate. Null while AWS is asked.</summary>
    public IReadOnlyList<VerifiedChunk>? Chunks { get; private set; }

    public int Withheld { get; private set; }

    public IReadOnlyList<Incident> Incidents { get; private set; } = [];

    public string? RequestId { get; private set; }

    /// <summary>The answer in pieces: text, and the numbers of the chunks it rests on.</summary>
    public IReadOnlyList<AnswerPiece> Pieces { get; private set; } = [];

    public Answerer? Answerer { get; private set; }

    public string? StopReason { get; private set; }

    public int? InputTokens { get; private set; }

    public int? OutputTokens { get; private set; }

    public string? Tokenizer { get; private set; }

    /// <summary>Which question of the conversation; 0 where there is none.</summary>
    public int Turn { get; private set; }

    public bool IsEnded { get; private set; }

    public bool IsStopped { get; private set; }

    public TimeSpan? RetrieveTook { get; private set; }

    public TimeSpan? AnswerTook { get; private set; }

    /// <summary>Nothing of the tenant's was found: no model was asked, or RetrieveAndGenerate cites nothing.</summary>
    public bool FoundNothing => IsEnded && Withheld == 0 && Chunks is { Count: 0 };

    /// <summary>RetrieveAndGenerate cited a foreign chunk, so its whole answer is held back.</summary>
    public bool IsAnswerWithheld => Mode == AskMode.Native && Withheld > 0;

    private string Text { get; set; } = "";

    /// <summary>Takes what happened in the safe mode.</summary>
    public void Take(AnswerEvent happened)
    {
        switch (happened)
        {
            case ChunksFound found:
                (Chunks, Withheld, Incidents, RequestId) = (found.Verified, found.Withheld, found.Incidents, found.RequestId);
                RetrieveTook = clock.GetElapsedTime(started);
                break;
            case AnswerText piece:
                Text += piece.Text;
                Pieces = AnswerPiece.Split(Text, Chunks?.Count ?? 0);
                break;
            case AnswerEnded ended:
                (Answerer, StopReason, InputTokens, OutputTokens, Tokenizer) = (ended.Answerer, ended.StopReason, ended.InputTokens, ended.OutputTokens, ended.Tokenizer);
                End();
                break;
        }
    }

    /// <summary>Takes an answer of RetrieveAndGenerate.</summary>
    public void Take(NativeAnswer answer)
    {
        (Chunks, Withheld, Incidents, RequestId, Answerer, Turn) = (answer.Cited, answer.Withheld, answer.Incidents, answer.RequestId, answer.Answerer, answer.Turn);
        Pieces = [.. answer.Parts.SelectMany((part, index) => part.Chunks.Select(number => new AnswerPiece(null, number)).Prepend(new AnswerPiece(index == 0 ? part.Text : $" {part.Text}", null)))];
        End();
    }

    /// <summary>The viewer stopped it.</summary>
    public void Stop()
    {
        IsStopped = true;
        End();
    }

    private void End()
    {
        IsEnded = true;
        AnswerTook = clock.GetElapsedTime(started) - (RetrieveTook ?? TimeSpan.Zero);
    }
}
