using Portal.Access;
using Portal.Web.Ui;

namespace Portal.Web.Shell;

/// <summary>A page in the navigation. Each capability registers its own with <see cref="ShellCapability.AddNav"/>.</summary>
/// <param name="Group">The heading it stands under.</param>
/// <param name="Order">Place within the group; groups keep the order of <see cref="NavGroup"/>.</param>
/// <param name="Needs">What the viewer must be allowed to; null for everyone signed in.</param>
/// <param name="Tab">Stands in the bottom bar on narrow screens (four at most, in the same order).</param>
/// <param name="Words">Further words the palette finds it by.</param>
/// <param name="Short">One word for the bottom bar, where the title is longer.</param>
public sealed record NavEntry(string Title, string Href, IconName Icon, NavGroup Group, int Order = 0, Permission? Needs = null, bool Tab = false, string Words = "", string? Short = null);

/// <summary>The headings of the navigation, in their order.</summary>
public enum NavGroup
{
    /// <summary>No heading: the overview.</summary>
    Top,
    Tenants,
    Knowledge,
    Hosting,
    Usage,
    Demos,
    Portal,
}
