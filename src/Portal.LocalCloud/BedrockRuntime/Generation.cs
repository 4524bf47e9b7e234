using System.Diagnostics;
using System.Text;
using Portal.LocalCloud.Models;

namespace Portal.LocalCloud.BedrockRuntime;

/// <summary>Lets the model behind an id answer, and measures it.</summary>
internal sealed class Generation(ModelResolver models, ChatRouter chats)
{
    /// <exception cref="Pipeline.AwsFault">No chat model is known by that name.</exception>
    public async Task<IChatModel> ModelAsync(string modelId, CancellationToken token)
    {
        var model = await models.FindAsync(modelId, token) ?? throw InferenceFaults.UnknownModel();
        if (model.Purpose != ModelPurpose.Chat) throw InferenceFaults.Invalid("The model that you are using does not support this operation. Try again with a model that generates text.");
        return chats.For(model);
    }

    public static async Task<Generated> RunAsync(IChatModel model, ChatRequest request, CancellationToken token)
    {
        var clock = Stopwatch.StartNew();
        var text = new StringBuilder();
        var last = new ChatPiece("");
        await foreach (var piece in model.AnswerAsync(request, token))
        {
            text.Append(piece.Text);
            last = piece;
        }

        return new Generated(text.ToString(), last.StopReason ?? "end_turn", last.InputTokens, last.OutputTokens, clock.ElapsedMilliseconds);
    }
}

internal sealed record Generated(string Text, string StopReason, int InputTokens, int OutputTokens, long LatencyMilliseconds);
