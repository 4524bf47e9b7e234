namespace Portal.Web.Shell;

/// <summary>Which kind of cloud the portal works on.</summary>
public enum CloudKind
{
    Local,
    Aws,
    /// <summary>The credentials belong to another identity than the portal's connection: everything is read-only.</summary>
    Foreign,
}

/// <summary>What the banner says.</summary>
/// <param name="Note">A few words after the account: "no AWS account, costs are simulated", or what does not match.</param>
/// <param name="Name">What the cloud is called, where <paramref name="Kind"/> does not tell: "LocalCloud".</param>
public sealed record CloudBanner(CloudKind Kind, string Region, string Account, string? Note = null, string? Name = null);

/// <summary>The facts of the banner, one for the process; null while the connection is not known yet.</summary>
public sealed class CloudState
{
    private CloudBanner? _banner;

    /// <summary>What is known now.</summary>
    public CloudBanner? Banner => Volatile.Read(ref _banner);

    /// <summary>Raised after a change, on any thread.</summary>
    public event EventHandler? Changed;

    /// <summary>Shows other facts in every open page.</summary>
    public void Show(CloudBanner banner)
    {
        if (Interlocked.Exchange(ref _banner, banner) != banner) Changed?.Invoke(this, EventArgs.Empty);
    }
}
