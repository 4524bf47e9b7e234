using Portal.Aws;
using Portal.Web.Shell;
using BannerKind = Portal.Web.Shell.CloudKind;

namespace Portal.Web.Hosting;

/// <summary>Keeps the banner true: asks once a minute who the portal is for AWS.</summary>
internal sealed class CloudWatcher(ConnectionGuard connection, CloudState state, AwsOptions options, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            state.Show(Banner(await connection.CheckAsync(TimeSpan.FromSeconds(5), stoppingToken)));
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private CloudBanner Banner(ConnectionState now)
    {
        var region = now.Connection?.Region ?? options.Region;
        var account = now.CallerAccountId ?? now.Connection?.AccountId ?? "unknown";
        if (now.Problem is { } problem)
        {
            var reason = problem.Code == "ForeignIdentity" ? $"this portal belongs to account {now.Connection!.AccountId}" : "the identity cannot be checked";
            return new(BannerKind.Foreign, region, account, reason, options.Cloud == Aws.CloudKind.Local ? "LocalCloud" : "AWS");
        }

        return options.Cloud == Aws.CloudKind.Local
            ? new(BannerKind.Local, region, account, "no AWS account, costs are simulated")
            : new(BannerKind.Aws, region, account);
    }
}
