using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Npgsql;
using Portal.LocalCloud.Bedrock;
using Portal.LocalCloud.BedrockAgent;
using Portal.LocalCloud.BedrockAgentRuntime;
using Portal.LocalCloud.BedrockRuntime;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Pipeline.Signatures;
using Portal.LocalCloud.S3;
using Portal.LocalCloud.State;
using Portal.LocalCloud.Sts;

namespace Portal.LocalCloud;

/// <summary>Adds AWS on loopback to a host.</summary>
public static class LocalCloudCapability
{
    /// <summary>
    /// Serves LocalCloud from this host while it runs, on <see cref="LocalCloudOptions.Url"/>. Resources live by the host's
    /// <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddLocalCloud(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LocalCloudOptions>()
            .Bind(configuration.GetSection(LocalCloudOptions.Section));
        services.AddSingleton<IValidateOptions<LocalCloudOptions>, OptionsCheck>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<FaultBench>();
        services.AddSingleton<ActionLog>();
        services.AddSingleton<LocalCloudHost>();
        services.AddHostedService(provider => provider.GetRequiredService<LocalCloudHost>());
        return services;
    }

    /// <summary>What runs inside LocalCloud's own container.</summary>
    internal static void AddInside(IServiceCollection services, LocalCloudOptions options, IServiceProvider outside)
    {
        services.AddSingleton(options);
        services.AddSingleton(outside.GetRequiredService<TimeProvider>());
        services.AddSingleton(outside.GetRequiredService<FaultBench>());
        services.AddSingleton(outside.GetRequiredService<ActionLog>());
        services.AddSingleton(_ => NpgsqlDataSource.Create(options.ConnectionString));
        services.AddSingleton<LocalAccount>();

        services.AddSingleton(StsApi.Create());
        S3Api.Add(services, options);
        services.AddBedrockAgent().AddBedrockAgentRuntime().AddBedrockRuntime().AddBedrock();

        services.AddSingleton<ServiceRouter>();
        services.AddSingleton<ControlEndpoint>();
        services.AddSingleton(new SignatureVerifier(options, TimeProvider.System));
        services.AddSingleton<RequestPipeline>();
    }

    private sealed class OptionsCheck : IValidateOptions<LocalCloudOptions>
    {
        public ValidateOptionsResult Validate(string? name, LocalCloudOptions options)
        {
            var problems = options.Problems().ToList();
            return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
        }
    }
}
