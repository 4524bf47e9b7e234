namespace Portal.Web.Ui.Dialogs;

/// <summary>What <see cref="ConfirmDialog"/> asks.</summary>
/// <param name="Title">The act as a question or an order: "Delete 4 documents".</param>
/// <param name="Button">The act and the count again; the dialog's only red button.</param>
public sealed record ConfirmRequest(string Title, string Button)
{
    /// <summary>One sentence under the title.</summary>
    public string? Lead { get; init; }

    /// <summary>What goes, in the order in which it goes.</summary>
    public IReadOnlyList<string> Goes { get; init; } = [];

    /// <summary>What stays.</summary>
    public IReadOnlyList<string> Stays { get; init; } = [];

    /// <summary>A name to be typed first; null asks for none.</summary>
    public string? TypeName { get; init; }

    /// <summary>Not red: nothing is destroyed.</summary>
    public bool Harmless { get; init; }

    /// <summary>Runs when confirmed, in the dialog, so that its problem stands there; the dialog closes once it succeeded.</summary>
    public Func<CancellationToken, Task>? Act { get; init; }
}

/// <summary>The answer of a confirmed <see cref="ConfirmDialog"/>.</summary>
public sealed record Confirmed;
