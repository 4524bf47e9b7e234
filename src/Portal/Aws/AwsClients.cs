using System.Collections.Concurrent;
using Amazon;
using Amazon.Bedrock;
using Amazon.BedrockAgent;
using Amazon.BedrockAgentRuntime;
using Amazon.BedrockRuntime;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecurityToken;

namespace Portal.Aws;

/// <summary>The clients of one connection.</summary>
public sealed record AwsScope(
    IAmazonS3 S3,
    IAmazonSecurityTokenService Sts,
    IAmazonBedrock Bedrock,
    IAmazonBedrockAgent BedrockAgent,
    IAmazonBedrockAgentRuntime BedrockAgentRuntime,
    IAmazonBedrockRuntime BedrockRuntime);

/// <summary>
/// The one place where AWS clients are made: credentials, Region, address and pacing. Callers ask for a connection's clients and never for a global one, so that
/// roles per tenant can come without touching them.
/// </summary>
public sealed class AwsClients(AwsOptions options, AwsPacer pacer)
{
    // LocalCloud has no quotas per second; a limiter of AWS's rates would only make it wait.
    private const double LocalRateFactor = 100;

    private readonly ConcurrentDictionary<(string Account, string Region, string? Role, string? ExternalId), AwsScope> scopes = new();

    /// <summary>The clients for a connection, made once and shared.</summary>
    public AwsScope For(AwsConnection connection) =>
        scopes.GetOrAdd((connection.AccountId, connection.Region, connection.RoleArn, connection.ExternalId), _ => Make(connection));

    private AwsScope Make(AwsConnection connection)
    {
        var credentials = Credentials(connection);
        return new AwsScope(
            new PacedS3Client(credentials, Configure(new AmazonS3Config { ForcePathStyle = options.UrlOf("S3") is not null }, connection, "S3"), Handler(connection, "S3")),
            new PacedStsClient(credentials, Configure(new AmazonSecurityTokenServiceConfig(), connection, "Sts"), Handler(connection, "Sts")),
            new PacedBedrockClient(credentials, Configure(new AmazonBedrockConfig(), connection, "Bedrock"), Handler(connection, "Bedrock")),
            new PacedBedrockAgentClient(credentials, Configure(new AmazonBedrockAgentConfig(), connection, "BedrockAgent"), Handler(connection, "BedrockAgent")),
            new PacedBedrockAgentRuntimeClient(credentials, Configure(new AmazonBedrockAgentRuntimeConfig(), connection, "BedrockAgentRuntime"), Handler(connection, "BedrockAgentRuntime")),
            new PacedBedrockRuntimeClient(credentials, Configure(new AmazonBedrockRuntimeConfig(), connection, "BedrockRuntime"), Handler(connection, "BedrockRuntime")));
    }

    private AWSCredentials Credentials(AwsConnection connection)
    {
        var own = options.Cloud == CloudKind.Local
            ? new BasicAWSCredentials(options.LocalCloudAccessKeyId, options.LocalCloudSecretAccessKey)
            : Amazon.Runtime.Credentials.DefaultAWSCredentialsIdentityResolver.GetCredentials();
        return connection.RoleArn is null
            ? own
            : new AssumeRoleAWSCredentials(own, connection.RoleArn, "portal", new AssumeRoleAWSCredentialsOptions { ExternalId = connection.ExternalId });
    }

    private TConfig Configure<TConfig>(TConfig config, AwsConnection connection, string service)
        where TConfig : ClientConfig
    {
        if (options.UrlOf(service) is { } url)
        {
            config.ServiceURL = url;
            config.AuthenticationRegion = connection.Region;
            config.UseHttp = url.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(connection.Region);
        }

        config.RetryMode = RequestRetryMode.Standard;
        return config;
    }

    private PacingHandler Handler(AwsConnection connection, string service) =>
        new(pacer, connection, service, options.Cloud == CloudKind.Local ? LocalRateFactor : 1);
}
