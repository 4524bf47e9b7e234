using System.Runtime.CompilerServices;
using System.Text;

namespace Portal.LocalCloud.Models;

/// <summary>The built-in extractive model in a conversation: cites its sources as <c>[n]</c>, says so when they say nothing, and never composes.</summary>
internal sealed class LocalChatModel : IChatModel
{
    public const string NothingFound = "I found nothing about this in the given sources.";

    public const string NoSources = "I am portal.local-extract-v1, the built-in extractive model of Portal LocalCloud. I only quote sentences from text in the request, and there is none that I could quote here.";

    public const string ImagesNotRead = "(The built-in extractive model portal.local-extract-v1 does not read images.)";

    // A text this long beside the question is something to answer from.
    private const int PassageLength = 200;

    public string Name => ExtractiveAnswerer.ModelId;

    public string Tokenizer => LocalTokenizer.Name;

    public async IAsyncEnumerable<ChatPiece> AnswerAsync(ChatRequest request, [EnumeratorCancellation] CancellationToken token)
    {
        var input = LocalTokenizer.Count(string.Join('\n', request.Instructions.Concat(request.Turns.SelectMany(turn => turn.Texts)).Concat(request.Sources.Select(source => source.Text))));
        var (text, reason) = Limited(Compose(request), request.Limits);
        foreach (var piece in Pieces.Of(text))
        {
            token.ThrowIfCancellationRequested();
            yield return new ChatPiece(piece);
            await Task.Yield();
        }

        yield return new ChatPiece("", reason, input, LocalTokenizer.Count(text));
    }

    private static string Compose(ChatRequest request)
    {
        var last = request.Turns[^1];
        var (inPrompt, question) = PromptSources.Read(last.Texts);
        var (inInstructions, _) = PromptSources.Read(request.Instructions);
        var sources = request.Sources.Concat(inPrompt).Concat(inInstructions).ToList();
        var isCited = sources.Count > 0;
        if (!isCited) (sources, question) = Passages(question);

        var images = request.Turns.Sum(turn => turn.Images) > 0 ? ImagesNotRead : "";
        if (sources.Count == 0) return images.Length > 0 ? images : NoSources;
        var earlier = request.Turns.Take(request.Turns.Count - 1).Where(turn => turn.IsUser).Select(turn => PromptSources.Read(turn.Texts).Question).ToList();
        var sentences = ExtractiveAnswerer.Answer(question, earlier, sources);
        var answer = new StringBuilder(sentences.Count == 0 ? NothingFound : "");
        foreach (var sentence in sentences)
        {
            if (answer.Length > 0) answer.Append(' ');
            answer.Append(sentence.Text);
            if (isCited) answer.Append(System.Globalization.CultureInfo.InvariantCulture, $" [{sentence.Source.Id}]");
        }

        if (images.Length > 0) answer.Append(' ').Append(images);
        return answer.ToString();
    }

    /// <summary>Without marked sources, long paragraphs are what to answer from and the rest is the question.</summary>
    private static (List<AnswerSource> Sources, string Question) Passages(string text)
    {
        var paragraphs = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var passages = paragraphs.Where(paragraph => paragraph.Length >= PassageLength).ToList();
        var rest = string.Join(' ', paragraphs.Except(passages));
        return rest.Length == 0 ? ([], text) : ([.. passages.Select((passage, at) => new AnswerSource(at + 1, passage))], rest);
    }

    private static (string Text, string Reason) Limited(string text, ChatLimits limits)
    {
        var reason = "end_turn";
        foreach (var stop in limits.StopSequences ?? [])
        {
            if (text.IndexOf(stop, StringComparison.Ordinal) is >= 0 and var at) (text, reason) = (text[..at], "stop_sequence");
        }

        if (limits.MaximumTokens is not { } maximum) return (text, reason);
        var cut = LocalTokenizer.Truncate(text, maximum);
        return cut.Length < text.Length ? (cut, "max_tokens") : (text, reason);
    }
}
