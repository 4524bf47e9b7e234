namespace Portal.Web.Ui.Actions;

/// <summary>A thing just done that can be taken back. Nothing else is a toast: outcomes stand in the page.</summary>
public sealed record UndoToast(string Text, Func<CancellationToken, Task> Undo);

/// <summary>The undo offered in this circuit; <see cref="ToastHost"/> shows it. A newer one replaces it.</summary>
public sealed class Toasts
{
    public UndoToast? Current { get; private set; }

    internal event EventHandler? Changed;

    public void OfferUndo(string text, Func<CancellationToken, Task> undo) => Set(new UndoToast(text, undo));

    public void Clear() => Set(null);

    private void Set(UndoToast? toast)
    {
        Current = toast;
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
