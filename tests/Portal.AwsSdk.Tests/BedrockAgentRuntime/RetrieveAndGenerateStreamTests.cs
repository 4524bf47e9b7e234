using Amazon.BedrockAgentRuntime;
using Amazon.BedrockAgentRuntime.Model;
using Amazon.Runtime.EventStreams;
using Xunit;

namespace Portal.AwsSdk.Tests.BedrockAgentRuntime;

public sealed class RetrieveAndGenerateStreamTests : WireTest
{
    private static readonly RetrieveAndGenerateStreamRequest Request = new() { Input = new RetrieveAndGenerateInput { Text = "q" } };

    [Fact]
    public async Task Enumerate_OutputAndCitations_AreTypedAndTheSessionIsInTheHeader()
    {
        Server.Answer(async context =>
        {
            context.Response.Headers["x-amzn-bedrock-knowledge-base-session-id"] = "session-1";
            await context.Response.Body.WriteAsync((byte[])
            [
                .. EventStreamBytes.Event("output", """{"text":"Answer."}"""),
                .. EventStreamBytes.Event("citation", """{"generatedResponsePart":{"textResponsePart":{"text":"Answer.","span":{"start":0,"end":6}}},"retrievedReferences":[{"location":{"type":"S3","s3Location":{"uri":"s3://docs/a"}}}]}"""),
                .. EventStreamBytes.Event("guardrail", """{"action":"NONE"}"""),
            ]);
        });
        using var client = AgentRuntime();

        using var response = await client.RetrieveAndGenerateStreamAsync(Request, Token);
        var events = new List<IEventStreamEvent>();
        await foreach (var received in response.Stream.WithCancellation(Token))
            events.Add(received);

        Sent("POST", "/retrieveAndGenerateStream", """{"input":{"text":"q"}}""");
        Assert.Equal("session-1", response.SessionId);
        Assert.Equal("Answer.", Assert.IsType<RetrieveAndGenerateOutputEvent>(events[0]).Text);
        Assert.Equal("s3://docs/a", Assert.IsType<CitationEvent>(events[1]).RetrievedReferences![0].Location!.S3Location!.Uri);
        Assert.Equal(GuadrailAction.NONE, Assert.IsType<GuardrailEvent>(events[2]).Action);
    }

    [Fact]
    public async Task Enumerate_Exception_HasTheServicesOwnTypes()
    {
        Server.Answer(async context => await context.Response.Body.WriteAsync(
            EventStreamBytes.Exception("dependencyFailedException", """{"message":"store is down","resourceName":"collection"}""")));
        using var client = AgentRuntime();
        using var response = await client.RetrieveAndGenerateStreamAsync(Request, Token);

        var exception = await Assert.ThrowsAsync<BedrockAgentRuntimeEventStreamException>(async () =>
        {
            await foreach (var _ in response.Stream.WithCancellation(Token)) { }
        });

        Assert.Equal("collection", Assert.IsType<DependencyFailedException>(exception.InnerException).ResourceName);
    }
}
