using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Portal.Access;

namespace Portal.Web.Access;

/// <summary>So many passwords and set-up codes per address and minute; the lock-out of accounts does not stop one who tries one password on many.</summary>
public sealed class AttemptLimiter(AccessOptions options) : IDisposable
{
    /// <summary>How long a refused address waits.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(
        address, _ => new FixedWindowRateLimiterOptions { PermitLimit = options.AttemptsPerMinute, Window = Window, AutoReplenishment = true }));

    /// <summary>Counts an attempt.</summary>
    /// <exception cref="PortalProblemException">Too many from this address; the response then says 429 and when to come back.</exception>
    public void Demand(HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(Partition(context.Connection.RemoteIpAddress));
        if (lease.IsAcquired) return;
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = ((int)Window.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        throw new PortalProblemException(new("TooManyAttempts", "Too many attempts from your address.", "Wait a minute and try again."));
    }

    public void Dispose() => limiter.Dispose();

    // Whoever has one IPv6 address has the 2^64 beside it.
    private static string Partition(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
