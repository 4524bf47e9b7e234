using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockRuntime;

/// <summary>Configuration of <see cref="AmazonBedrockRuntimeClient"/>: region or service URL, retries, timeouts, proxy.</summary>
public class AmazonBedrockRuntimeConfig : ClientConfig
{
    public AmazonBedrockRuntimeConfig() : base(RegionalPipeline.Defaults())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "bedrock";
        EndpointProvider = new RegionalEndpointProvider("bedrock-runtime");
    }

    public static new string ServiceId => "Bedrock Runtime";

    public override string RegionEndpointServiceName => "bedrock-runtime";

    public override string ServiceVersion => "2023-09-30";

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.0.0.0");

    /// <summary>The endpoint an operation would be sent to.</summary>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpointProvider.Parameters(this, parameters.AlternateEndpoint));
}
