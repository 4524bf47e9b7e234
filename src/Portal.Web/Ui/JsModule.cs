using Microsoft.JSInterop;

namespace Portal.Web.Ui;

/// <summary>
/// A component's own browser module, loaded at the first call. Calls made while the circuit is going down end quietly: the browser they were meant for is
/// no longer there.
/// </summary>
/// <param name="path">Relative to the site: "./Ui/Tables/DataTable.razor.js".</param>
internal sealed class JsModule(IJSRuntime js, string path) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;

    public async Task CallAsync(string function, params object?[] arguments)
    {
        try
        {
            _module ??= js.InvokeAsync<IJSObjectReference>("import", path).AsTask();
            var module = await _module;
            await module.InvokeVoidAsync(function, arguments);
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone.
        }
        catch (OperationCanceledException)
        {
            // The circuit is closing.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_module is null) return;
        try
        {
            await (await _module).DisposeAsync();
        }
        catch (JSException)
        {
            // It never loaded; the failing call has said so.
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone.
        }
        catch (OperationCanceledException)
        {
            // The circuit is closing.
        }
    }
}
