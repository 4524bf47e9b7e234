using System.Text;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using Amazon.Runtime.Documents;
using Xunit;

namespace Portal.AwsSdk.Tests.BedrockRuntime;

public sealed class ConverseWireTests : WireTest
{
    [Fact]
    public async Task Converse_ToolsDocumentsImagesAndCachePoints_WritesTheExactBody()
    {
        Server.Answer("{}");
        using var client = Runtime();

        await client.ConverseAsync(new ConverseRequest
        {
            ModelId = "arn:aws:bedrock:eu-west-1:000000000000:inference-profile/eu.anthropic.claude-haiku-4-5-20251001-v1:0",
            System = [new() { Text = "Be brief." }, new() { CachePoint = new CachePointBlock { Type = CachePointType.Default, Ttl = CacheTTL.ONE_HOUR } }],
            Messages =
            [
                new()
                {
                    Role = ConversationRole.User,
                    Content =
                    [
                        new() { Text = "Read." },
                        new() { Document = new DocumentBlock { Format = DocumentFormat.Txt, Name = "doc", Source = new DocumentSource { Bytes = new MemoryStream(Encoding.UTF8.GetBytes("hi")) }, Citations = new CitationsConfig { Enabled = true } } },
                        new() { Image = new ImageBlock { Format = ImageFormat.Png, Source = new ImageSource { Bytes = new MemoryStream([1, 2, 3]) } } },
                    ],
                },
                new()
                {
                    Role = ConversationRole.Assistant,
                    Content = [new() { ToolUse = new ToolUseBlock { ToolUseId = "t1", Name = "look", Input = new Document(new Dictionary<string, Document> { ["q"] = "x", ["deep"] = new Document(1, 2) }) } }],
                },
                new()
                {
                    Role = ConversationRole.User,
                    Content = [new() { ToolResult = new ToolResultBlock { ToolUseId = "t1", Status = ToolResultStatus.Success, Content = [new() { Json = new Document(new Dictionary<string, Document> { ["ok"] = true }) }] } }],
                },
            ],
            ToolConfig = new ToolConfiguration
            {
                Tools = [new() { ToolSpec = new ToolSpecification { Name = "look", InputSchema = new ToolInputSchema { Json = new Document(new Dictionary<string, Document> { ["type"] = "object" }) } } }],
                ToolChoice = new ToolChoice { Auto = new AutoToolChoice() },
            },
            InferenceConfig = new InferenceConfiguration { MaxTokens = 512, Temperature = 0.2f, StopSequences = ["STOP"] },
            RequestMetadata = new Dictionary<string, string> { ["tenant"] = "alpha" },
        }, Token);

        Sent(
            "POST",
            "/model/arn%3Aaws%3Abedrock%3Aeu-west-1%3A000000000000%3Ainference-profile%2Feu.anthropic.claude-haiku-4-5-20251001-v1%3A0/converse",
            """{"messages":[{"role":"user","content":[{"text":"Read."},{"document":{"format":"txt","name":"doc","source":{"bytes":"aGk="},"citations":{"enabled":true}}},{"image":{"format":"png","source":{"bytes":"AQID"}}}]},{"role":"assistant","content":[{"toolUse":{"toolUseId":"t1","name":"look","input":{"q":"x","deep":[1,2]}}}]},{"role":"user","content":[{"toolResult":{"toolUseId":"t1","content":[{"json":{"ok":true}}],"status":"success"}}]}],"system":[{"text":"Be brief."},{"cachePoint":{"type":"default","ttl":"1h"}}],"inferenceConfig":{"maxTokens":512,"temperature":0.2,"stopSequences":["STOP"]},"toolConfig":{"tools":[{"toolSpec":{"name":"look","inputSchema":{"json":{"type":"object"}}}}],"toolChoice":{"auto":{}}},"requestMetadata":{"tenant":"alpha"}}""");
    }

    [Fact]
    public async Task Converse_Answer_IsReadWithUsageAndCacheDetails()
    {
        Server.Answer("""
            {"output":{"message":{"role":"assistant","content":[{"text":"Hello."},{"toolUse":{"toolUseId":"t1","name":"look","input":{"q":1}}},
              {"reasoningContent":{"reasoningText":{"text":"because","signature":"s"}}},{"hologram":{"x":1}}]}},
             "stopReason":"tool_use","metrics":{"latencyMs":321},"trace":{"guardrail":{"inputAssessment":{}},"promptRouter":{"invokedModelId":"m"}},
             "usage":{"inputTokens":10,"outputTokens":4,"totalTokens":14,"cacheReadInputTokens":100,"cacheWriteInputTokens":7,"cacheDetails":[{"ttl":"5m","inputTokens":7}]}}
            """);
        using var client = Runtime();

        var response = await client.ConverseAsync(new ConverseRequest { ModelId = "m" }, Token);

        Sent("POST", "/model/m/converse", "{}");
        Assert.Equal(StopReason.Tool_use, response.StopReason);
        Assert.Equal(321, response.Metrics.LatencyMs);
        Assert.Equal("m", response.Trace!.PromptRouter!.InvokedModelId);
        Assert.Equal((10, 4, 14, 100, 7), (response.Usage.InputTokens, response.Usage.OutputTokens, response.Usage.TotalTokens, response.Usage.CacheReadInputTokens, response.Usage.CacheWriteInputTokens));
        Assert.Equal(CacheTTL.FIVE_MINUTES, response.Usage.CacheDetails![0].Ttl);
        var content = response.Output.Message!.Content!;
        Assert.Equal("Hello.", content[0].Text);
        Assert.Equal(1, content[1].ToolUse!.Input.AsDictionary()["q"].AsInt());
        Assert.Equal("because", content[2].ReasoningContent!.ReasoningText!.Text);
        Assert.Null(content[3].Text);
    }

    [Fact]
    public async Task InvokeModel_Bytes_TravelAsTheyAreWithTheirHeaders()
    {
        Server.Answer("""{"completion":"x"}""", headers: ("X-Amzn-Bedrock-PerformanceConfig-Latency", "optimized"));
        using var client = Runtime();
        var body = """{ "anthropic_version": "bedrock-2023-05-31" }""";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(body));
        stream.Position = 5;

        var response = await client.InvokeModelAsync(new InvokeModelRequest
        {
            ModelId = "anthropic.claude:0",
            ContentType = "application/json",
            Accept = "application/json",
            Body = stream,
            Trace = Trace.ENABLED,
        }, Token);

        Sent("POST", "/model/anthropic.claude%3A0/invoke", body);
        Assert.Equal("application/json", Server.Single.Headers["Accept"]);
        Assert.Equal("ENABLED", Server.Single.Headers["X-Amzn-Bedrock-Trace"]);
        Assert.Equal("""{"completion":"x"}""", Encoding.UTF8.GetString(response.Body.ToArray()));
        Assert.StartsWith("application/json", response.ContentType, StringComparison.Ordinal);
        Assert.Equal(PerformanceConfigLatency.Optimized, response.PerformanceConfigLatency);
        Assert.Null(response.ServiceTier);
    }
}
