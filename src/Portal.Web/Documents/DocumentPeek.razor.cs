using Microsoft.AspNetCore.Components;
using Portal.Access;
using Portal.Documents;
using Portal.Tenants;
using Portal.Web.Access;
using Portal.Web.Ui.Dialogs;
using Portal.Web.Ui.Loading;

namespace Portal.Web.Documents;

/// <summary>The peek panel of one document.</summary>
public sealed partial class DocumentPeek(DocumentLibrary library, TenantDirectory directory, CurrentActor current, Dialogs dialogs) : ComponentBase
{
    private LoadPanel<SidecarFile>? _panel;
    private MetadataForm _form = new([]);
    private SidecarFile? _file;

    [Parameter, EditorRequired] public TenantScope Scope { get; set; } = null!;

    [Parameter, EditorRequired] public DocumentEntry Entry { get; set; } = null!;

    [Parameter] public bool MayWrite { get; set; }

    [Parameter] public bool MayRead { get; set; }

    [Parameter, EditorRequired] public EventCallback OnClose { get; set; }

    [Parameter] public EventCallback<SidecarVerdict> OnSaved { get; set; }

    [Parameter] public EventCallback OnDeleted { get; set; }

    private async Task<SidecarFile> LoadAsync(CancellationToken cancellation)
    {
        var file = await library.ReadSidecarAsync(await ScopeAsync(Permission.ReadTenant, cancellation), Entry.Key, cancellation);
        _form = MetadataForm.Of(file.Sidecar, Scope.Tenant.Schema, Scope.Attribute.Key);
        _file = file;
        return file;
    }

    private async Task SaveAsync(MetadataForm form, CancellationToken cancellation)
    {
        var scope = await ScopeAsync(Permission.WriteDocuments, cancellation);
        await library.WriteSidecarAsync(scope, Entry.Key, form.ToAttributes(), _file?.Sidecar?.Records, _file?.ETag, cancellation);
        if (_panel is { } panel) await panel.ReloadAsync();
        if (_file is { } saved) await OnSaved.InvokeAsync(saved.Verdict);
    }

    private async Task DeleteAsync()
    {
        var confirmed = await ConfirmDialog.ShowAsync(dialogs, new ConfirmRequest($"Delete {Entry.Key.Name}", "Delete the document")
        {
            Goes = [Entry.Key.Value, Entry.Key.SidecarValue],
            Stays = ["Earlier versions, where the bucket keeps versions", "What is indexed, until the next sync"],
            Act = async token => await library.DeleteAsync(await ScopeAsync(Permission.WriteDocuments, token), Entry.Key, token),
        });
        if (confirmed) await OnDeleted.InvokeAsync();
    }

    /// <summary>A scope made now: the one that was shown may have outlived the right.</summary>
    private async Task<TenantScope> ScopeAsync(Permission permission, CancellationToken cancellation) =>
        await directory.ScopeAsync(await current.GetAsync(cancellation), Scope.Tenant.Slug, permission, cancellation);
}
