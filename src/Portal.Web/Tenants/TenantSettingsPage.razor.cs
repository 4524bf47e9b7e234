using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Portal.Access;
using Portal.Tenants;
using Portal.Web.Access;

namespace Portal.Web.Tenants;

/// <summary>Name, folders and schema of a tenant.</summary>
public sealed partial class TenantSettingsPage(TenantDirectory directory, TenantEditor editor, CurrentActor current) : ComponentBase
{
    private TenantForm _form = new();
    private EditContext _context = new(new TenantForm());
    private ValidationMessageStore? _messages;

    [Parameter] public string Slug { get; set; } = "";

    private async Task<TenantScope> LoadAsync(CancellationToken cancellation)
    {
        var scope = await directory.ScopeAsync(await current.GetAsync(cancellation), Slug, Permission.ManageTenants, cancellation);
        _form = new TenantForm { Name = scope.Tenant.Name };
        _form.Folders.Clear();
        _form.Folders.AddRange(scope.Tenant.Folders.Select(folder => new FolderRow { Path = folder }));
        _form.Fields.AddRange(scope.Tenant.Schema.Select(FieldRow.Of));
        _context = new EditContext(_form);
        _messages = new ValidationMessageStore(_context);
        return scope;
    }

    private async Task SaveAsync(CancellationToken cancellation)
    {
        _messages?.Clear();
        var wish = _form.ToWish();
        try
        {
            await editor.SaveAsync(await current.GetAsync(cancellation), Slug, new TenantEdit(wish.Names.Name, wish.Folders, wish.Schema), cancellation);
        }
        catch (PortalProblemException exception) when (_form.Locate(exception.Problem.Field) is { } field)
        {
            _messages?.Add(field, $"{exception.Problem.Sentence} {exception.Problem.Remedy}");
            throw;
        }
        finally
        {
            _context.NotifyValidationStateChanged();
        }
    }
}
