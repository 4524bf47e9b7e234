using System.Text.Json;
using Amazon.BedrockAgent.Model;
using Amazon.BedrockRuntime.Model;
using Xunit;
using ThrottlingException = Amazon.BedrockAgent.Model.ThrottlingException;
using ValidationException = Amazon.BedrockAgent.Model.ValidationException;

namespace Portal.AwsSdk.Tests.Protocol;

public sealed class RetryTests : WireTest
{
    [Theory]
    [InlineData(429, "ThrottlingException")]
    [InlineData(500, "InternalServerException")]
    [InlineData(502, "")]
    [InlineData(503, "ServiceUnavailableException")]
    public async Task Call_PassingFault_IsRepeated(int status, string code)
    {
        Server.Answer("""{"message":"later"}""", status, ("x-amzn-ErrorType", code)).Answer("{}");
        using var client = Agent(retries: 2);

        await client.ListKnowledgeBasesAsync(new ListKnowledgeBasesRequest { MaxResults = 3 }, Token);

        Assert.Equal(2, Server.Requests.Count);
        Assert.All(Server.Requests, request => Assert.Equal("""{"maxResults":3}""", request.Text));
    }

    [Fact]
    public async Task Call_LastingThrottle_EndsTypedAfterTheAllowedRetries()
    {
        Server.Answer("""{"message":"later"}""", 429, ("x-amzn-ErrorType", "ThrottlingException"));
        using var client = Agent(retries: 1);

        await Assert.ThrowsAsync<ThrottlingException>(() => client.ListKnowledgeBasesAsync(new ListKnowledgeBasesRequest(), Token));

        Assert.Equal(2, Server.Requests.Count);
    }

    [Fact]
    public async Task Call_FaultOfTheCaller_IsNotRepeated()
    {
        Server.Answer("""{"message":"bad"}""", 400, ("x-amzn-ErrorType", "ValidationException"));
        using var client = Agent(retries: 3);

        await Assert.ThrowsAsync<ValidationException>(() => client.ListKnowledgeBasesAsync(new ListKnowledgeBasesRequest(), Token));

        Assert.Single(Server.Requests);
    }

    [Fact]
    public async Task Call_Repeated_KeepsItsClientToken()
    {
        Server.Answer("{}", 500).Answer("{}", 202);
        using var client = Agent(retries: 2);

        await client.StartIngestionJobAsync(new StartIngestionJobRequest { KnowledgeBaseId = "KB", DataSourceId = "DS" }, Token);

        var tokens = Server.Requests.Select(request => JsonDocument.Parse(request.Body).RootElement.GetProperty("clientToken").GetString()).ToArray();
        Assert.Equal(2, tokens.Length);
        Assert.Equal(tokens[0], tokens[1]);
    }

    [Fact]
    public async Task InvokeModel_Repeated_SendsTheWholeBodyAgain()
    {
        Server.Answer("{}", 503).Answer("{}");
        using var client = Runtime(retries: 2);
        using var body = new MemoryStream("payload"u8.ToArray());

        await client.InvokeModelAsync(new InvokeModelRequest { ModelId = "m", Body = body }, Token);

        Assert.Equal(["payload", "payload"], Server.Requests.Select(request => request.Text));
    }

    [Fact]
    public async Task Converse_ModelNotReady_IsRepeatedWithoutCountingAsThrottling()
    {
        Server.Answer("""{"message":"loading"}""", 429, ("x-amzn-ErrorType", "ModelNotReadyException")).Answer("{}");
        using var client = Runtime(retries: 2);

        await client.ConverseAsync(new ConverseRequest { ModelId = "m" }, Token);

        Assert.Equal(2, Server.Requests.Count);
        Assert.False(new ModelNotReadyException("x").Retryable.Throttling);
    }
}
