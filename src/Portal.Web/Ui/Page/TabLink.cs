using Microsoft.AspNetCore.Components.Routing;

namespace Portal.Web.Ui.Page;

/// <summary>A tab of a page, which is a link.</summary>
/// <param name="Count">Shown after the word; null shows none.</param>
/// <param name="Alert">The count is amber: someone must act.</param>
/// <param name="Match">Whether addresses below <paramref name="Href"/> belong to the tab too.</param>
public sealed record TabLink(string Text, string Href, long? Count = null, bool Alert = false, NavLinkMatch Match = NavLinkMatch.All);
