using System.Globalization;
using Portal.Access;
using Portal.Web.Access;
using Portal.Web.Ui.Values;

namespace Portal.Web.Overview;

/// <summary>What is there and what needs someone, each part with its own loading and failing.</summary>
public sealed partial class OverviewPage(OverviewReader reader, CurrentActor current, ViewerZone zone, TimeProvider clock)
{
    private Actor? _actor;

    private OverviewReader Reader => reader;

    private string Today => zone.ToViewer(clock.GetUtcNow()).ToString("dddd, d MMMM", CultureInfo.InvariantCulture);

    protected override async Task OnInitializedAsync() => _actor = await current.FindAsync();
}
