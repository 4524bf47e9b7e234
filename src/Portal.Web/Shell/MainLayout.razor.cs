using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Portal.Access;

namespace Portal.Web.Shell;

/// <summary>The frame of every signed-in page.</summary>
public sealed partial class MainLayout(NavigationManager navigation, NavMap map, IServiceProvider services) : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private Palette? _palette;
    private Actor? _actor;
    private IReadOnlyList<NavEntry> _entries = [];
    private string _path = "/";

    private NavMap Map => map;

    private string SkipTarget => _path + "#content";

    protected override async Task OnInitializedAsync()
    {
        _path = PathOf(navigation.Uri);
        navigation.LocationChanged += Follow;
        if (services.GetService<ActorOfCircuit>() is { } actorOf) _actor = await actorOf(_leaving.Token);
        _entries = map.For(_actor);
    }

    private static string PathOf(string uri) => new Uri(uri).AbsolutePath;

    private void Follow(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(() =>
    {
        _path = PathOf(e.Location);
        StateHasChanged();
    });

    private Task OpenPaletteAsync() => _palette?.OpenAsync() ?? Task.CompletedTask;

    public void Dispose()
    {
        navigation.LocationChanged -= Follow;
        _leaving.Cancel();
        _leaving.Dispose();
    }
}
