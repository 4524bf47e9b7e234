using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;
using Portal.AwsSdk.Protocol;

namespace Amazon.Bedrock;

/// <summary>Configuration of <see cref="AmazonBedrockClient"/>: region or service URL, retries, timeouts, proxy.</summary>
public class AmazonBedrockConfig : ClientConfig
{
    public AmazonBedrockConfig() : base(RegionalPipeline.Defaults())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "bedrock";
        EndpointProvider = new RegionalEndpointProvider("bedrock");
    }

    public static new string ServiceId => "Bedrock";

    public override string RegionEndpointServiceName => "bedrock";

    public override string ServiceVersion => "2023-04-20";

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.0.0.0");

    /// <summary>The endpoint an operation would be sent to.</summary>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpointProvider.Parameters(this, parameters.AlternateEndpoint));
}
