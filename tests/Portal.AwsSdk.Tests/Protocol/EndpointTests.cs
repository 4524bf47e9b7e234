using Amazon;
using Amazon.Bedrock;
using Amazon.BedrockAgent;
using Amazon.BedrockAgent.Model;
using Amazon.BedrockAgentRuntime;
using Amazon.BedrockRuntime;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Xunit;

namespace Portal.AwsSdk.Tests.Protocol;

public sealed class EndpointTests : WireTest
{
    public static TheoryData<ClientConfig, string> Services() => new()
    {
        { new AmazonBedrockConfig(), "bedrock" },
        { new AmazonBedrockAgentConfig(), "bedrock-agent" },
        { new AmazonBedrockRuntimeConfig(), "bedrock-runtime" },
        { new AmazonBedrockAgentRuntimeConfig(), "bedrock-agent-runtime" },
    };

    private static string Resolve(ClientConfig config) =>
        config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(new ListKnowledgeBasesRequest())).URL;

    [Theory]
    [MemberData(nameof(Services))]
    public void Endpoint_OfEachService_IsRegionalAndSignsAsBedrock(ClientConfig config, string prefix)
    {
        config.RegionEndpoint = RegionEndpoint.EUWest1;

        Assert.Equal($"https://{prefix}.eu-west-1.amazonaws.com", Resolve(config));
        Assert.Equal("bedrock", config.AuthenticationServiceName);
        Assert.Equal(prefix, config.RegionEndpointServiceName);
        Assert.Equal(RequestRetryMode.Standard, config.RetryMode);
    }

    [Fact]
    public void Endpoint_FipsDualStackAndOtherPartitions_FollowThePartition()
    {
        Assert.Equal("https://bedrock-agent-fips.us-east-1.amazonaws.com", Resolve(new AmazonBedrockAgentConfig { RegionEndpoint = RegionEndpoint.USEast1, UseFIPSEndpoint = true }));
        Assert.Equal("https://bedrock-agent.us-east-1.api.aws", Resolve(new AmazonBedrockAgentConfig { RegionEndpoint = RegionEndpoint.USEast1, UseDualstackEndpoint = true }));
        Assert.Equal("https://bedrock-agent.cn-north-1.amazonaws.com.cn", Resolve(new AmazonBedrockAgentConfig { RegionEndpoint = RegionEndpoint.CNNorth1 }));
    }

    [Fact]
    public void Endpoint_ServiceUrl_Wins() =>
        Assert.Equal("http://127.0.0.1:5081/", Resolve(new AmazonBedrockAgentConfig { ServiceURL = "http://127.0.0.1:5081" }));

    [Fact]
    public void Endpoint_ServiceUrlWithFips_IsRefused() =>
        Assert.Throws<AmazonClientException>(() => Resolve(new AmazonBedrockAgentConfig { ServiceURL = "http://127.0.0.1:5081", UseFIPSEndpoint = true }));

    [Fact]
    public async Task Call_IsSignedWithVersion4ForBedrockInTheRegion()
    {
        Server.Answer("{}");
        using var client = new AmazonBedrockAgentClient("AKIDEXAMPLE", "secret", "session", Server.Point(new AmazonBedrockAgentConfig()));

        await client.ListKnowledgeBasesAsync(new ListKnowledgeBasesRequest(), Token);

        var headers = Server.Single.Headers;
        Assert.Matches(@"^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\d{8}/eu-west-1/bedrock/aws4_request, SignedHeaders=\S+, Signature=[0-9a-f]{64}$", headers["Authorization"]);
        Assert.Equal("session", headers["X-Amz-Security-Token"]);
        Assert.Equal("2023-06-05", headers["x-amz-api-version"]);
        Assert.Contains("api/Bedrock Agent#", headers["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Client_OverriddenPipeline_SeesEveryCall()
    {
        Server.Answer("{}");
        using var client = new CountingClient(Server.Point(new AmazonBedrockAgentConfig()));

        await client.ListKnowledgeBasesAsync(new ListKnowledgeBasesRequest(), Token);

        Assert.Equal(["ListKnowledgeBasesRequest"], client.Calls);
    }

    [Fact]
    public void Client_EveryOfficialConstructor_IsThere()
    {
        foreach (var (client, config) in new[]
        {
            (typeof(AmazonBedrockClient), typeof(AmazonBedrockConfig)),
            (typeof(AmazonBedrockAgentClient), typeof(AmazonBedrockAgentConfig)),
            (typeof(AmazonBedrockRuntimeClient), typeof(AmazonBedrockRuntimeConfig)),
            (typeof(AmazonBedrockAgentRuntimeClient), typeof(AmazonBedrockAgentRuntimeConfig)),
        })
        {
            Type[][] leads = [[], [typeof(AWSCredentials)], [typeof(string), typeof(string)], [typeof(string), typeof(string), typeof(string)]];
            foreach (var lead in leads)
            {
                Assert.NotNull(client.GetConstructor(lead));
                Assert.NotNull(client.GetConstructor([.. lead, typeof(RegionEndpoint)]));
                Assert.NotNull(client.GetConstructor([.. lead, config]));
            }
        }
    }

    private sealed class CountingClient(AmazonBedrockAgentConfig config) : AmazonBedrockAgentClient(new BasicAWSCredentials("key", "secret"), config)
    {
        public List<string> Calls { get; } = [];

        protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
        {
            base.CustomizeRuntimePipeline(pipeline);
            pipeline.AddHandler(new Counter(this));
        }

        private sealed class Counter(CountingClient owner) : PipelineHandler
        {
            public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
            {
                owner.Calls.Add(executionContext.RequestContext.OriginalRequest.GetType().Name);
                return base.InvokeAsync<T>(executionContext);
            }
        }
    }
}
