using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgent;

/// <summary>Configuration of <see cref="AmazonBedrockAgentClient"/>: region or service URL, retries, timeouts, proxy.</summary>
public class AmazonBedrockAgentConfig : ClientConfig
{
    public AmazonBedrockAgentConfig() : base(RegionalPipeline.Defaults())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "bedrock";
        EndpointProvider = new RegionalEndpointProvider("bedrock-agent");
    }

    public static new string ServiceId => "Bedrock Agent";

    public override string RegionEndpointServiceName => "bedrock-agent";

    public override string ServiceVersion => "2023-06-05";

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.0.0.0");

    /// <summary>The endpoint an operation would be sent to.</summary>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpointProvider.Parameters(this, parameters.AlternateEndpoint));
}
