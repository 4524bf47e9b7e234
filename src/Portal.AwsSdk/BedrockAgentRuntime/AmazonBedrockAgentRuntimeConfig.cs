using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgentRuntime;

/// <summary>Configuration of <see cref="AmazonBedrockAgentRuntimeClient"/>: region or service URL, retries, timeouts, proxy.</summary>
public class AmazonBedrockAgentRuntimeConfig : ClientConfig
{
    public AmazonBedrockAgentRuntimeConfig() : base(RegionalPipeline.Defaults())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "bedrock";
        EndpointProvider = new RegionalEndpointProvider("bedrock-agent-runtime");
    }

    public static new string ServiceId => "Bedrock Agent Runtime";

    public override string RegionEndpointServiceName => "bedrock-agent-runtime";

    public override string ServiceVersion => "2023-07-26";

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.0.0.0");

    /// <summary>The endpoint an operation would be sent to.</summary>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpointProvider.Parameters(this, parameters.AlternateEndpoint));
}
