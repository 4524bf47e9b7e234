using Microsoft.AspNetCore.Components;
using Portal.Access;
using Portal.Tenants;
using Portal.Web.Ui.Dialogs;
using Portal.Web.Ui.Loading;
using Portal.Web.Ui.Values;

namespace Portal.Web.Access;

/// <summary>Users, and the tenants that operators are bound to.</summary>
public sealed record UsersView(IReadOnlyList<UserRow> Users, IReadOnlyList<Tenant> Tenants)
{
    /// <summary>What a user sees of the tenants, in words.</summary>
    public string TenantsOf(UserRow user) => user.Role != PortalRole.Operator ? "All"
        : string.Join(", ", Tenants.Where(tenant => user.TenantIds.Contains(tenant.Id)).Select(tenant => tenant.Name)) is { Length: > 0 } names ? names
        : Figures.None;
}

/// <summary>Who may sign in, and to do what.</summary>
public sealed partial class UsersPage(CurrentActor actor, UserDirectory users, TenantDirectory tenants, Dialogs dialogs) : ComponentBase
{
    private LoadPanel<UsersView>? _panel;

    private async Task<UsersView> LoadAsync(CancellationToken cancellation)
    {
        var administrator = await actor.GetAsync(cancellation);
        return new(await users.ListAsync(administrator, cancellation), await tenants.ListAsync(administrator, cancellation));
    }

    private async Task AddAsync(CancellationToken cancellation)
    {
        if (_panel?.Value is { } view) await ReloadAfterAsync(UserDialog.ShowAsync(dialogs, null, view.Tenants));
    }

    private Task EditAsync(UserRow user, UsersView view) => ReloadAfterAsync(UserDialog.ShowAsync(dialogs, user, view.Tenants));

    private Task SetPasswordAsync(UserRow user) => ReloadAfterAsync(PasswordDialog.ShowAsync(dialogs, user));

    private async Task EnableAsync(UserRow user, CancellationToken cancellation)
    {
        await users.SetDisabledAsync(await actor.GetAsync(cancellation), user.Id, disabled: false, cancellation);
        await ReloadAsync();
    }

    private async Task DisableAsync(UserRow user)
    {
        var confirmed = await ConfirmDialog.ShowAsync(dialogs, new($"Disable {user.Email}", "Disable user")
        {
            Lead = "The user cannot sign in any more.",
            Goes = ["Every sign-in of this user, with the pages that are open, within a minute"],
            Stays = ["The user's role and tenants, for when the account is enabled again", "What the user did, in the audit"],
            Act = async token => await users.SetDisabledAsync(await actor.GetAsync(token), user.Id, disabled: true, token),
        });
        if (confirmed) await ReloadAsync();
    }

    private async Task ReloadAfterAsync(Task<UserChanged?> dialog)
    {
        if (await dialog is not null) await ReloadAsync();
    }

    private Task ReloadAsync() => _panel?.ReloadAsync() ?? Task.CompletedTask;
}
