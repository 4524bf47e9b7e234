using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Portal.Web.Ui;

namespace Portal.Web.Shell;

/// <summary>The Ctrl-K palette: pages, tenants and commands of every <see cref="IPaletteSource"/>, filtered while one types.</summary>
public sealed partial class Palette
{
    private ElementReference _dialog;
    private JsModule? _module;
    private CancellationTokenSource? _search;
    private IReadOnlyList<PaletteItem> _found = [];
    private string _typed = "";
    private bool _open;
    private bool _busy;
    private int _at;

    /// <summary>Opens it, with everything there is.</summary>
    public async Task OpenAsync()
    {
        if (_open) return;
        _open = true;
        _typed = "";
        _found = [];
        await SearchAsync();
        StateHasChanged();
        _module ??= new JsModule(Js, "./Shell/Palette.razor.js");
        await _module.CallAsync("open", _dialog);
    }

    private static string ItemId(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"palette-{index}");

    private Task TypedAsync(ChangeEventArgs e)
    {
        _typed = e.Value?.ToString() ?? "";
        return SearchAsync();
    }

    private async Task SearchAsync()
    {
        if (_search is not null) await _search.CancelAsync();
        using var search = new CancellationTokenSource();
        _search = search;
        _busy = true;
        try
        {
            var all = new List<PaletteItem>();
            foreach (var source in Sources) all.AddRange(await source.FindAsync(_typed, search.Token));
            if (_search != search) return;
            _found = PaletteRanking.Rank(all, _typed);
            _at = 0;
        }
        catch (OperationCanceledException) when (search.IsCancellationRequested)
        {
            // More was typed.
        }
        catch (PortalProblemException)
        {
            // A source that cannot answer now offers nothing.
        }
        finally
        {
            if (_search == search)
            {
                _search = null;
                _busy = false;
            }
        }
    }

    private async Task KeyAsync(KeyboardEventArgs e)
    {
        if (_found.Count == 0) return;
        switch (e.Key)
        {
            case "ArrowDown": _at = (_at + 1) % _found.Count; break;
            case "ArrowUp": _at = (_at - 1 + _found.Count) % _found.Count; break;
            case "Home" when e.CtrlKey: _at = 0; break;
            case "End" when e.CtrlKey: _at = _found.Count - 1; break;
            case "Enter": await RunAsync(_found[_at]); return;
            default: return;
        }
        if (_module is not null) await _module.CallAsync("reveal", ItemId(_at));
    }

    private async Task RunAsync(PaletteItem item)
    {
        if (_module is not null) await _module.CallAsync("close", _dialog);
        Closed();
        if (item.Run is not null) await item.Run();
        else if (item.Href is not null) Navigation.NavigateTo(item.Href);
    }

    private void Closed() => _open = false;

    public async ValueTask DisposeAsync()
    {
        if (_search is not null) await _search.CancelAsync();
        if (_module is not null) await _module.DisposeAsync();
    }
}
