// A member that is unexpectedly null fails a test as well as an assertion would.
#nullable disable warnings
using System.Text.Json;
using Amazon.BedrockRuntime.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Portal.Testing;
using Xunit;

namespace Portal.LocalCloud.Tests.BedrockRuntime;

public sealed class OpenAiServerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Converse_WithAChatServer_IsAnsweredByIt()
    {
        JsonElement asked = default;
        string authorization = null;
        await using var server = await StartAsync(async context =>
        {
            authorization = context.Request.Headers.Authorization;
            asked = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body, cancellationToken: Token);
            context.Response.ContentType = "text/event-stream";
            foreach (var line in (string[])["""{"choices":[{"delta":{"content":"Hello "}}]}""", """{"choices":[{"delta":{"content":"there"},"finish_reason":"length"}]}""", """{"choices":[],"usage":{"prompt_tokens":7,"completion_tokens":2}}""", "[DONE]"])
                await context.Response.WriteAsync($"data: {line}\n\n", Token);
        });
        await using var cloud = await CloudAsync(server.Urls.First());
        var request = ConverseTests.Ask("anthropic.claude-sonnet-4-5-20250929-v1:0", "Say hello");
        request.InferenceConfig = new InferenceConfiguration { MaxTokens = 9, Temperature = 0.5f };
        var answer = await cloud.Clients.BedrockRuntime.ConverseAsync(request, Token);
        Assert.Equal("Hello there", answer.Output.Message.Content[0].Text);
        Assert.Equal(("max_tokens", 7, 2), (answer.StopReason.Value, answer.Usage.InputTokens, answer.Usage.OutputTokens));
        Assert.Equal("tiny-model", answer.AdditionalModelResponseFields.AsDictionary()["answeredBy"].AsString());
        Assert.Equal("Bearer secret", authorization);
        Assert.Equal(("tiny-model", 9, "Say hello"), (asked.GetProperty("model").GetString(), asked.GetProperty("max_tokens").GetInt32(), asked.GetProperty("messages")[0].GetProperty("content").GetString()));
    }

    [Fact]
    public async Task Converse_ChatServerFails_IsAModelError()
    {
        await using var server = await StartAsync(context =>
        {
            context.Response.StatusCode = 401;
            return Task.CompletedTask;
        });
        await using var cloud = await CloudAsync(server.Urls.First());
        var error = await Assert.ThrowsAsync<ModelErrorException>(() => cloud.Clients.BedrockRuntime.ConverseAsync(ConverseTests.Ask("us.amazon.nova-lite-v1:0", "x"), Token));
        Assert.Contains("401", error.Message, StringComparison.Ordinal);
    }

    private static async Task<LocalCloudFixture> CloudAsync(string url)
    {
        var cloud = new LocalCloudFixture { Settings = { ["LocalCloud:Chat:OpenAiBaseUrl"] = url + "/v1", ["LocalCloud:Chat:OpenAiModel"] = "tiny-model", ["LocalCloud:Chat:OpenAiApiKey"] = "secret" } };
        await cloud.InitializeAsync();
        return cloud;
    }

    private static async Task<WebApplication> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/v1/chat/completions", answer);
        await app.StartAsync(Token);
        return app;
    }
}
