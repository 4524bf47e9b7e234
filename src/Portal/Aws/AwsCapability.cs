using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Postgres;

namespace Portal.Aws;

public static class AwsCapability
{
    /// <summary>Connection, clients and pacing, from the sections "Portal:Cloud", "Aws" and "LocalCloud".</summary>
    /// <exception cref="StartProblemException">A setting is wrong; the sentence names its key.</exception>
    public static IServiceCollection AddAws(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(Read(configuration));
        services.AddSingleton<AwsPacer>();
        services.AddSingleton<AwsClients>();
        services.AddSingleton<ConnectionGuard>();
        return services;
    }

    private static AwsOptions Read(IConfiguration configuration)
    {
        var options = new AwsOptions();
        configuration.GetSection("Aws").Bind(options);
        var cloud = configuration["Portal:Cloud"];
        if (cloud is not null)
        {
            if (!Enum.TryParse<CloudKind>(cloud, ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
                throw new StartProblemException($"Portal:Cloud is \"{cloud}\"; it must be Local or Aws.");
            options.Cloud = kind;
        }

        options.LocalCloudUrl = configuration["LocalCloud:Url"] ?? options.LocalCloudUrl;
        options.LocalCloudAccessKeyId = configuration["LocalCloud:AccessKeyId"] ?? options.LocalCloudAccessKeyId;
        options.LocalCloudSecretAccessKey = configuration["LocalCloud:SecretAccessKey"] ?? options.LocalCloudSecretAccessKey;
        if (options.Cloud == CloudKind.Local) options.Region = configuration["LocalCloud:Region"] ?? "us-east-1";
        else if (configuration["Aws:Region"] is null) throw new StartProblemException("Aws:Region is missing; with Portal:Cloud = Aws name the Region that the portal works in.");
        foreach (var (key, url) in options.ServiceUrls.Select(pair => ($"Aws:ServiceUrls:{pair.Key}", pair.Value)).Append(("Aws:ServiceUrl", options.ServiceUrl!)).Append(("LocalCloud:Url", options.LocalCloudUrl)))
        {
            if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https"))
                throw new StartProblemException($"{key} is \"{url}\"; it must be an address such as http://127.0.0.1:5081.");
        }

        return options;
    }
}
