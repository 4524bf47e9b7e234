using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using Amazon.Util;

namespace Portal.AwsSdk.Protocol;

/// <summary>
/// <c>https://prefix.region.suffix</c> in the region's partition, with FIPS and dual stack where the partition has them; a configured
/// service URL wins.
/// </summary>
/// <param name="prefix">The service's host name label, such as <c>bedrock-agent</c>.</param>
internal sealed class RegionalEndpointProvider(string prefix) : IEndpointProvider
{
    /// <summary>What a client's configuration says about the endpoint; a call may name another region.</summary>
    public static EndpointParameters Parameters(IClientConfig config, RegionEndpoint? alternate) => new()
    {
        ["Region"] = alternate?.SystemName ?? config.RegionEndpoint?.SystemName ?? SigningRegion(config),
        ["UseDualStack"] = config.UseDualstackEndpoint,
        ["UseFIPS"] = config.UseFIPSEndpoint,
        ["Endpoint"] = config.ServiceURL,
    };

    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var fips = parameters["UseFIPS"] is true;
        var dualStack = parameters["UseDualStack"] is true;
        if (parameters["Endpoint"] is string { Length: > 0 } url)
        {
            if (fips)
                throw new AmazonClientException("Invalid Configuration: FIPS and custom endpoint are not supported");
            return dualStack
                ? throw new AmazonClientException("Invalid Configuration: Dualstack and custom endpoint are not supported")
                : new Endpoint(url, "", "");
        }

        if (parameters["Region"] is not string { Length: > 0 } region || Fn.Partition(region) is not { } partition)
            throw new AmazonClientException("Invalid Configuration: Missing Region");
        if (fips && !partition.supportsFIPS)
            throw new AmazonClientException("FIPS is enabled but this partition does not support FIPS");
        if (dualStack && !partition.supportsDualStack)
            throw new AmazonClientException("DualStack is enabled but this partition does not support DualStack");

        return new Endpoint($"https://{prefix}{(fips ? "-fips" : "")}.{region}.{(dualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix)}", "", "");
    }

    private static string? SigningRegion(IClientConfig config) =>
        string.IsNullOrEmpty(config.ServiceURL) ? null
        : !string.IsNullOrEmpty(config.AuthenticationRegion) ? config.AuthenticationRegion
        : RegionEndpoint.GetBySystemName(AWSSDKUtils.DetermineRegion(config.ServiceURL)).SystemName;
}

/// <summary>Hands region, FIPS, dual stack and service URL of the client's configuration to its endpoint provider.</summary>
internal sealed class RegionalEndpointResolver : BaseEndpointResolver
{
    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters) =>
        InjectHostPrefix(executionContext.RequestContext);

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        RegionalEndpointProvider.Parameters(requestContext.ClientConfig, requestContext.Request.AlternateEndpoint);
}
