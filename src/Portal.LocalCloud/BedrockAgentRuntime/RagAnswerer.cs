using System.Text;
using System.Text.Json;
using Portal.LocalCloud.Models;

namespace Portal.LocalCloud.BedrockAgentRuntime;

/// <summary>What a question to a knowledge base came to.</summary>
internal sealed record RagAnswer(string SessionId, string Text, IReadOnlyList<(CitedPart Part, IReadOnlyList<FoundChunk> References)> Citations, string AnsweredBy);

/// <summary>Retrieves, lets a model answer from what was found, and remembers.</summary>
internal sealed class RagAnswerer(KnowledgeBaseReader reader, RagSessions sessions, ModelResolver models, ChatRouter chats)
{
    /// <summary>AWS's words when the answer cannot be given from the search results.</summary>
    public const string Unable = "Sorry, I am unable to assist you with this request.";

    public async Task<RagAnswer> AnswerAsync(string operation, string question, string? sessionId, JsonElement configuration, CancellationToken token)
    {
        var settings = RagSettings.Read(configuration);
        var model = await models.FindAsync(settings.ModelArn, token);
        if (model is not { Purpose: ModelPurpose.Chat }) throw RuntimeFaults.Invalid("The provided model identifier is invalid.");
        var knowledgeBase = await reader.FindAsync(settings.KnowledgeBaseId, token);
        var retrieval = RetrievalSettings.Read(settings.Retrieval, knowledgeBase);
        var (id, turns) = await sessions.OpenAsync(sessionId, knowledgeBase.Id, token);

        var earlier = turns.Select(turn => turn.Question).ToList();
        var found = await reader.SearchAsync(knowledgeBase, retrieval, ExtractiveAnswerer.InContext(question, earlier), null, operation, token);
        var chat = chats.For(model);
        var said = new StringBuilder();
        await foreach (var piece in chat.AnswerAsync(Ask(question, turns, found, settings), token)) said.Append(piece.Text);

        var answer = said.ToString();
        var (text, parts) = answer is LocalChatModel.NothingFound or LocalChatModel.NoSources || found.Count == 0 ? (Unable, []) : CitedText.Read(answer, found.Count);
        if (text.Length == 0) text = Unable;
        IReadOnlyList<CitedPart> cited = parts.Count > 0 ? parts : [new CitedPart(text, 0, text.Length - 1, [])];
        turns.Add(new RagTurn(question, text));
        await sessions.SaveAsync(id, knowledgeBase.Id, turns, token);
        return new RagAnswer(id, text, [.. cited.Select(part => (part, (IReadOnlyList<FoundChunk>)[.. part.Sources.Select(source => found[source - 1])]))], chat.Name);
    }

    private static ChatRequest Ask(string question, List<RagTurn> turns, IReadOnlyList<FoundChunk> found, RagSettings settings)
    {
        var sources = found.Select((chunk, at) => new AnswerSource(at + 1, chunk.Text, $"{Path.GetFileNameWithoutExtension(chunk.Uri)} {chunk.AttributeText}")).ToList();
        var instructions = settings.PromptTemplate is { } template
            ? template.Replace("$search_results$", "the sources below", StringComparison.Ordinal).Replace("$output_format_instructions$", "Cite sources as [n].", StringComparison.Ordinal).Replace("$query$", question, StringComparison.Ordinal)
            : "Answer from the numbered sources only and cite each as [n]. If they do not hold the answer, say that you cannot answer.";
        var history = turns.SelectMany(turn => (ChatTurn[])[new(true, [turn.Question]), new(false, [turn.Answer])]);
        return new ChatRequest([instructions], [.. history, new ChatTurn(true, [question])], sources, settings.Limits);
    }
}
