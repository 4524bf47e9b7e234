using Portal.Access;

namespace Portal.Web.Shell;

/// <summary>The navigation as an actor sees it.</summary>
public sealed class NavMap(IEnumerable<NavEntry> entries)
{
    private readonly List<NavEntry> _entries = [.. entries.OrderBy(entry => entry.Group).ThenBy(entry => entry.Order).ThenBy(entry => entry.Title, StringComparer.Ordinal)];

    /// <summary>The entries the actor may open, in order; nobody sees none.</summary>
    public IReadOnlyList<NavEntry> For(Actor? actor) =>
        actor is null ? [] : [.. _entries.Where(entry => entry.Needs is not { } need || actor.May(need))];

    /// <summary>Whether the page at <paramref name="path"/> belongs to the entry, and to none with a longer address.</summary>
    public bool IsCurrent(NavEntry entry, string path) => Covers(entry, path) && !_entries.Exists(other => other.Href.Length > entry.Href.Length && Covers(other, path));

    private static bool Covers(NavEntry entry, string path)
    {
        var href = entry.Href.TrimEnd('/');
        return href.Length == 0 ? path is "/" or "" : path.Equals(href, StringComparison.OrdinalIgnoreCase) || path.StartsWith(href + "/", StringComparison.OrdinalIgnoreCase);
    }
}
