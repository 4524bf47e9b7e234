// A member that is unexpectedly null fails a test as well as an assertion would.
#nullable disable warnings
using System.Text;
using System.Text.Json;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using Portal.Testing;
using Xunit;

namespace Portal.LocalCloud.Tests.BedrockRuntime;

public sealed class ConverseTests(LocalCloudFixture cloud) : IClassFixture<LocalCloudFixture>
{
    private const string Prompt = "[1] guide.md\nBackups are kept for six years. Lunch is at noon.\n[2] fruit.md\nBananas are yellow.\nQuestion: How long are backups kept?";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IAmazonBedrockRuntime Runtime => cloud.Clients.BedrockRuntime;

    [Theory]
    [InlineData("portal.local-extract-v1")]
    [InlineData("anthropic.claude-3-7-sonnet-20250219-v1:0")]
    [InlineData("us.anthropic.claude-3-7-sonnet-20250219-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1:000000000000:inference-profile/global.anthropic.claude-sonnet-4-5-20250929-v1:0")]
    public async Task Converse_KnownModel_IsAnsweredByTheBuiltInOneWithCitation(string modelId)
    {
        var answer = await Runtime.ConverseAsync(Ask(modelId, Prompt), Token);
        Assert.Equal("Backups are kept for six years. [1]", answer.Output.Message.Content[0].Text);
        Assert.Equal("end_turn", answer.StopReason.Value);
        Assert.Equal(answer.Usage.InputTokens + answer.Usage.OutputTokens, answer.Usage.TotalTokens);
        Assert.True(answer.Usage.InputTokens > 10);
        Assert.Equal("portal.local-extract-v1", answer.AdditionalModelResponseFields.AsDictionary()["answeredBy"].AsString());
        Assert.NotNull(answer.Metrics.LatencyMs);
    }

    [Fact]
    public async Task Converse_NothingRelevant_SaysSo()
    {
        var answer = await Runtime.ConverseAsync(Ask("portal.local-extract-v1", "[1] a\nBananas are yellow.\nQuestion: Who is the Caldicott guardian?"), Token);
        Assert.Equal("I found nothing about this in the given sources.", answer.Output.Message.Content[0].Text);
    }

    [Fact]
    public async Task Converse_MaxTokens_CutsAndSaysWhy()
    {
        var request = Ask("portal.local-extract-v1", Prompt);
        request.InferenceConfig = new InferenceConfiguration { MaxTokens = 3 };
        var answer = await Runtime.ConverseAsync(request, Token);
        Assert.Equal("max_tokens", answer.StopReason.Value);
        Assert.Equal(3, answer.Usage.OutputTokens);
    }

    [Fact]
    public async Task Converse_DocumentAndImage_ReadsTheOneAndSaysItDoesNotReadTheOther()
    {
        var request = Ask("portal.local-extract-v1", "How long are backups kept?");
        request.Messages[0].Content.Add(new ContentBlock { Document = new DocumentBlock { Format = Amazon.BedrockRuntime.DocumentFormat.Txt, Name = "guide", Source = new DocumentSource { Bytes = new MemoryStream(Encoding.UTF8.GetBytes("Backups are kept for six years.")) } } });
        request.Messages[0].Content.Add(new ContentBlock { Image = new ImageBlock { Format = ImageFormat.Png, Source = new ImageSource { Bytes = new MemoryStream([1, 2, 3]) } } });
        var text = (await Runtime.ConverseAsync(request, Token)).Output.Message.Content[0].Text;
        Assert.StartsWith("Backups are kept for six years. [1]", text, StringComparison.Ordinal);
        Assert.Contains("does not read images", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Converse_InvalidInput_IsRefused()
    {
        async Task Refused(ConverseRequest request, string reason) =>
            Assert.Contains(reason, (await Assert.ThrowsAsync<ValidationException>(() => Runtime.ConverseAsync(request, Token))).Message, StringComparison.Ordinal);
        await Refused(Ask("nobody.model-v1:0", "x"), "The provided model identifier is invalid.");
        await Refused(Ask("amazon.titan-embed-text-v2:0", "x"), "does not support");
        var assistant = Ask("portal.local-extract-v1", "x");
        assistant.Messages[0].Role = ConversationRole.Assistant;
        await Refused(assistant, "must start with a user message");
        var twice = Ask("portal.local-extract-v1", "x");
        twice.Messages.Add(new Message { Role = ConversationRole.User, Content = [new ContentBlock { Text = "y" }] });
        await Refused(twice, "must alternate");
        var hot = Ask("portal.local-extract-v1", "x");
        hot.InferenceConfig = new InferenceConfiguration { Temperature = 2 };
        await Refused(hot, "inferenceConfig.temperature");
        var tools = Ask("portal.local-extract-v1", "x");
        tools.ToolConfig = new ToolConfiguration { Tools = [new Tool { CachePoint = new CachePointBlock { Type = CachePointType.Default } }] };
        await Refused(tools, "'toolConfig' is not supported");
    }

    [Fact]
    public async Task ConverseStream_Events_ComeInOrderAndAddUp()
    {
        var plain = Ask("us.amazon.nova-pro-v1:0", Prompt);
        using var response = await Runtime.ConverseStreamAsync(new ConverseStreamRequest { ModelId = plain.ModelId, Messages = plain.Messages }, Token);
        var text = "";
        var order = new List<string>();
        await foreach (var item in response.Stream.WithCancellation(Token))
        {
            if (order.LastOrDefault() != item.GetType().Name) order.Add(item.GetType().Name);
            if (item is ContentBlockDeltaEvent delta) text += delta.Delta.Text;
            if (item is ConverseStreamMetadataEvent metadata) Assert.True(metadata.Usage.TotalTokens > 0);
        }

        Assert.Equal("Backups are kept for six years. [1]", text);
        Assert.Equal(["MessageStartEvent", "ContentBlockDeltaEvent", "ContentBlockStopEvent", "MessageStopEvent", "ConverseStreamMetadataEvent"], order);
    }

    [Fact]
    public async Task InvokeModel_AnthropicBody_AnswersInItsForm()
    {
        var response = await Runtime.InvokeModelAsync(new InvokeModelRequest { ModelId = "anthropic.claude-3-haiku-20240307-v1:0", ContentType = "application/json", Body = Anthropic(Prompt) }, Token);
        using var body = JsonDocument.Parse(response.Body);
        Assert.Equal("application/json", response.ContentType);
        Assert.Equal("Backups are kept for six years. [1]", body.RootElement.GetProperty("content")[0].GetProperty("text").GetString());
        Assert.Equal("end_turn", body.RootElement.GetProperty("stop_reason").GetString());
        Assert.True(body.RootElement.GetProperty("usage").GetProperty("input_tokens").GetInt32() > 0);
        var error = await Assert.ThrowsAsync<ValidationException>(() => Runtime.InvokeModelAsync(new InvokeModelRequest { ModelId = "anthropic.claude-3-haiku-20240307-v1:0", Body = new MemoryStream("{}"u8.ToArray()) }, Token));
        Assert.Contains("anthropic_version", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InvokeModel_TitanEmbedding_GivesAVector()
    {
        var response = await Runtime.InvokeModelAsync(new InvokeModelRequest { ModelId = "amazon.titan-embed-text-v2:0", Body = new MemoryStream("""{"inputText":"hello"}"""u8.ToArray()) }, Token);
        using var body = JsonDocument.Parse(response.Body);
        Assert.Equal(256, body.RootElement.GetProperty("embedding").GetArrayLength());
    }

    [Fact]
    public async Task InvokeModelWithResponseStream_Chunks_AddUp()
    {
        using var response = await Runtime.InvokeModelWithResponseStreamAsync(new InvokeModelWithResponseStreamRequest { ModelId = "anthropic.claude-3-haiku-20240307-v1:0", Body = Anthropic(Prompt) }, Token);
        var text = "";
        var last = "";
        await foreach (var item in response.Body.WithCancellation(Token))
        {
            last = Encoding.UTF8.GetString(((PayloadPart)item).Bytes.ToArray());
            using var body = JsonDocument.Parse(last);
            if (body.RootElement.GetProperty("type").GetString() == "content_block_delta") text += body.RootElement.GetProperty("delta").GetProperty("text").GetString();
        }

        Assert.Equal("Backups are kept for six years. [1]", text);
        Assert.Contains("amazon-bedrock-invocationMetrics", last, StringComparison.Ordinal);
    }

    internal static ConverseRequest Ask(string modelId, string text) => new() { ModelId = modelId, Messages = [new Message { Role = ConversationRole.User, Content = [new ContentBlock { Text = text }] }] };

    private static MemoryStream Anthropic(string text) => new(JsonSerializer.SerializeToUtf8Bytes(new { anthropic_version = "bedrock-2023-05-31", max_tokens = 500, messages = new[] { new { role = "user", content = text } } }));
}
