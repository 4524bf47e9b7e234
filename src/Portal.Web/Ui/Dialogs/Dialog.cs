using Microsoft.AspNetCore.Components;

namespace Portal.Web.Ui.Dialogs;

/// <summary>
/// Base of every dialog component. A dialog shows a <see cref="DialogFrame"/>, owns its opening (<c>static ShowAsync(Dialogs, …)</c>) and ends with a typed
/// answer, or null when it was dismissed.
/// </summary>
/// <example><code>
/// // AddTenantDialog.razor: @inherits Dialog&lt;AddTenant&gt;
/// //   &lt;DialogFrame Title="Add a tenant"&gt;&lt;ChildContent&gt;…&lt;/ChildContent&gt;&lt;Footer&gt;&lt;button @onclick="Dismiss"&gt;Cancel&lt;/button&gt; …&lt;/Footer&gt;&lt;/DialogFrame&gt;
/// public static Task&lt;AddTenant?&gt; ShowAsync(Dialogs dialogs, string slug) =>
///     dialogs.ShowAsync&lt;AddTenantDialog, AddTenant&gt;(new() { [nameof(Slug)] = slug });
/// </code></example>
public abstract class Dialog<TAnswer> : ComponentBase where TAnswer : class
{
    [CascadingParameter] public DialogHandle? Handle { get; set; }

    /// <summary>Ends the dialog with an answer.</summary>
    protected void Close(TAnswer answer) => Handle?.Close(answer);

    /// <summary>Ends the dialog without one.</summary>
    protected void Dismiss() => Handle?.Close(null);
}
