using Portal.Web.Ui;

namespace Portal.Web.Shell;

/// <summary>One line of the command palette: a page to open or a thing to do.</summary>
/// <param name="Group">The heading it stands under: "Pages", "Tenants", "Commands".</param>
/// <param name="Href">Where it leads; null when <paramref name="Run"/> does something instead.</param>
/// <param name="Hint">Small words at the end of the line.</param>
public sealed record PaletteItem(string Group, string Title, IconName Icon, string? Href = null, string? Hint = null, Func<Task>? Run = null, string Words = "");

/// <summary>Offers lines to the palette; several are registered, and each answers only with what the viewer may see.</summary>
public interface IPaletteSource
{
    /// <summary>All lines it has for the words typed (empty at first); the palette ranks and cuts.</summary>
    Task<IReadOnlyList<PaletteItem>> FindAsync(string words, CancellationToken cancellation);
}
