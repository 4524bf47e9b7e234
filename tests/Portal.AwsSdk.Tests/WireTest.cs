using Amazon.Bedrock;
using Amazon.BedrockAgent;
using Amazon.BedrockAgentRuntime;
using Amazon.BedrockRuntime;
using Xunit;

namespace Portal.AwsSdk.Tests;

/// <summary>One server per test, and clients that point to it.</summary>
public abstract class WireTest : IAsyncLifetime
{
    private protected WireServer Server { get; private set; } = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Server = await WireServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected AmazonBedrockAgentClient Agent(int retries = 0) => new("key", "secret", Server.Point(new AmazonBedrockAgentConfig(), retries));

    protected AmazonBedrockAgentRuntimeClient AgentRuntime(int retries = 0) => new("key", "secret", Server.Point(new AmazonBedrockAgentRuntimeConfig(), retries));

    protected AmazonBedrockClient Bedrock(int retries = 0) => new("key", "secret", Server.Point(new AmazonBedrockConfig(), retries));

    protected AmazonBedrockRuntimeClient Runtime(int retries = 0) => new("key", "secret", Server.Point(new AmazonBedrockRuntimeConfig(), retries));

    private protected void Sent(string method, string target, string? body)
    {
        var request = Server.Single;
        Assert.Equal(method, request.Method);
        Assert.Equal(target, request.Target);
        Assert.Equal(body ?? "", request.Text);
        if (body is null)
            Assert.DoesNotContain("Content-Type", request.Headers.Keys);
        else
            Assert.Equal("application/json", request.Headers["Content-Type"]);
    }
}
