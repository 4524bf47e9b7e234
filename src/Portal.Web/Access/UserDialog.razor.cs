using Microsoft.AspNetCore.Components;
using Portal.Access;
using Portal.Tenants;
using Portal.Web.Ui.Dialogs;

namespace Portal.Web.Access;

/// <summary>Something about a user was saved.</summary>
public sealed record UserChanged;

/// <summary>Adds a user, or changes role and tenants of one.</summary>
public sealed partial class UserDialog(CurrentActor actor, UserDirectory users)
{
    private readonly UserForm _form = new();

    /// <summary>The one to change; null to add one.</summary>
    [Parameter] public UserRow? User { get; set; }

    [Parameter, EditorRequired] public IReadOnlyList<Tenant> Tenants { get; set; } = [];

    public static Task<UserChanged?> ShowAsync(Dialogs dialogs, UserRow? user, IReadOnlyList<Tenant> tenants) =>
        dialogs.ShowAsync<UserDialog, UserChanged>(new() { [nameof(User)] = user, [nameof(Tenants)] = tenants });

    protected override void OnInitialized()
    {
        if (User is null) return;
        (_form.Email, _form.Role, _form.Tenants) = (User.Email, User.Role, User.TenantIds);
    }

    private async Task SaveAsync(UserForm form, CancellationToken cancellation)
    {
        var administrator = await actor.GetAsync(cancellation);
        if (User is null) await users.AddAsync(administrator, form.Email ?? "", form.Password ?? "", form.Role, form.Tenants, cancellation);
        else await users.ChangeRightsAsync(administrator, User.Id, form.Role, form.Tenants, cancellation);
        Close(new UserChanged());
    }
}
