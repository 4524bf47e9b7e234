using Microsoft.AspNetCore.Components;

namespace Portal.Web.Ui.Dialogs;

/// <summary>Asks before what cannot be undone: what goes, what stays, the name typed.</summary>
/// <example><code>
/// await ConfirmDialog.ShowAsync(dialogs, new("Delete 4 documents", "Delete 4 documents") {
///     Goes = ["4 documents and their sidecars"], Stays = ["Earlier versions, as the bucket is versioned"], TypeName = "policies",
///     Act = token => library.DeleteAsync(scope, keys, token) });
/// </code></example>
public sealed partial class ConfirmDialog
{
    private readonly string _id = UniqueId.Next("confirm");
    private string _typed = "";

    [Parameter, EditorRequired] public ConfirmRequest Request { get; set; } = null!;

    private bool Ready => Request.TypeName is null || _typed.Trim() == Request.TypeName;

    /// <summary>Whether it was confirmed (and the act, if any, succeeded).</summary>
    public static async Task<bool> ShowAsync(Dialogs dialogs, ConfirmRequest request) =>
        await dialogs.ShowAsync<ConfirmDialog, Confirmed>(new() { [nameof(Request)] = request }) is not null;

    private async Task ActAsync(CancellationToken cancellation)
    {
        if (!Ready) return;
        if (Request.Act is not null) await Request.Act(cancellation);
        Close(new Confirmed());
    }
}
