namespace Portal.LocalCloud.Models;

/// <summary>Who answers: the server behind <c>LocalCloud:Chat:OpenAiBaseUrl</c> when one is set, except where the built-in model is asked for by name; else the built-in model.</summary>
internal sealed class ChatRouter(LocalCloudOptions options) : IDisposable
{
    // A model on a laptop may think for minutes before its first word.
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(10) };

    private readonly LocalChatModel _local = new();

    public IChatModel For(FoundationModel model) =>
        options.Chat.OpenAiBaseUrl.Length == 0 || model.IsBuiltIn ? _local : new OpenAiChatModel(options.Chat, _http);

    public void Dispose() => _http.Dispose();
}
