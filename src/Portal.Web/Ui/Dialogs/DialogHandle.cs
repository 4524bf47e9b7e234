namespace Portal.Web.Ui.Dialogs;

/// <summary>One open dialog: what it shows and the way to answer.</summary>
public sealed class DialogHandle
{
    private readonly TaskCompletionSource<object?> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<DialogHandle> _gone;

    internal DialogHandle(Type component, IReadOnlyDictionary<string, object?> parameters, Action<DialogHandle> gone)
    {
        Component = component;
        Parameters = parameters.ToDictionary(pair => pair.Key, pair => pair.Value!);
        _gone = gone;
    }

    internal Type Component { get; }

    internal IDictionary<string, object> Parameters { get; }

    internal Task<object?> Answer => _answer.Task;

    /// <summary>Closes the dialog with an answer; null is "dismissed".</summary>
    public void Close(object? answer)
    {
        _gone(this);
        _answer.TrySetResult(answer);
    }
}
