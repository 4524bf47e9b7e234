namespace Portal.Web.Shell;

/// <summary>The pages of the navigation.</summary>
internal sealed class PalettePages(NavMap map, ActorOfCircuit? actor = null) : IPaletteSource
{
    public async Task<IReadOnlyList<PaletteItem>> FindAsync(string words, CancellationToken cancellation) =>
        [.. map.For(actor is null ? null : await actor(cancellation)).Select(entry => new PaletteItem("Pages", entry.Title, entry.Icon, entry.Href, Words: entry.Words))];
}
