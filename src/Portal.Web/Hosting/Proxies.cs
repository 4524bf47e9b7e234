using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Portal.Postgres;

namespace Portal.Web.Hosting;

/// <summary>What is believed of the proxies in front, and for which host names requests are answered.</summary>
internal static class Proxies
{
    /// <summary>With a public URL only its host and this machine's own names are answered; without one all are, as there is nothing to compare with.</summary>
    public static void LimitHosts(ConfigurationManager configuration, PortalOptions options)
    {
        if (options.PublicUrl is { } address) configuration["AllowedHosts"] = $"{address.Host};{options.Url.Host};localhost;127.0.0.1;[::1]";
    }

    /// <exception cref="StartProblemException">A known proxy is not an IP address.</exception>
    public static void UseKnownProxies(this WebApplication app, PortalOptions options)
    {
        if (options.KnownProxies.Count == 0) return;
        var headers = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost };
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (var proxy in options.KnownProxies)
        {
            headers.KnownProxies.Add(IPAddress.TryParse(proxy, out var address)
                ? address
                : throw new StartProblemException($"Portal:KnownProxies names \"{proxy}\"; it must be IP addresses."));
        }

        app.UseForwardedHeaders(headers);
    }
}
