namespace Portal.Web.Ui.Dialogs;

/// <summary>The dialogs open in this circuit; <see cref="DialogHost"/> in the layout shows them. One per circuit.</summary>
public sealed class Dialogs
{
    private readonly List<DialogHandle> _open = [];

    /// <summary>The open dialogs, the topmost last.</summary>
    internal IReadOnlyList<DialogHandle> Open => _open;

    internal event EventHandler? Changed;

    /// <summary>Opens a dialog and waits for its answer; null when it was dismissed or the page was left.</summary>
    /// <param name="parameters">Parameters of the component by name.</param>
    public async Task<TAnswer?> ShowAsync<TDialog, TAnswer>(Dictionary<string, object?>? parameters = null)
        where TDialog : Dialog<TAnswer> where TAnswer : class
    {
        var handle = new DialogHandle(typeof(TDialog), parameters ?? [], Remove);
        _open.Add(handle);
        Changed?.Invoke(this, EventArgs.Empty);
        return (TAnswer?)await handle.Answer;
    }

    /// <summary>Dismisses every dialog, when the page under them is left.</summary>
    public void DismissAll()
    {
        foreach (var handle in _open.ToArray()) handle.Close(null);
    }

    private void Remove(DialogHandle handle)
    {
        if (_open.Remove(handle)) Changed?.Invoke(this, EventArgs.Empty);
    }
}
