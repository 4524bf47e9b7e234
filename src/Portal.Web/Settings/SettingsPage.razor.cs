using Microsoft.AspNetCore.Components;
using Portal.Access;
using Portal.Aws;
using Portal.Settings;
using Portal.Web.Access;
using Portal.Web.Ui.Loading;

namespace Portal.Web.Settings;

/// <summary>What the page shows.</summary>
/// <param name="State">The connection and who the portal is there.</param>
/// <param name="Workspace">Null until it is set up.</param>
/// <param name="InUse">Tenants exist, so that bucket, prefix and attribute key stay.</param>
/// <param name="MayManage">Whether the viewer may change it.</param>
public sealed record SettingsView(ConnectionState State, Workspace? Workspace, bool InUse, bool MayManage);

/// <summary>Workspace and connection.</summary>
public sealed partial class SettingsPage(CurrentActor actor, WorkspaceStore workspaces, ConnectionGuard connections, AwsOptions options) : ComponentBase
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private LoadPanel<SettingsView>? _panel;
    private WorkspaceForm _form = new();

    private AwsOptions Options => options;

    private string BucketHelp => options.Cloud == CloudKind.Local ? "LocalCloud makes it at the next start if it does not exist." : "It must exist, in the connection's Region, with versioning on.";

    private string AnswerHelp => options.Cloud == CloudKind.Local
        ? "LocalCloud takes real ids and answers with its built-in extractive model."
        : "A model id or an inference profile, such as us.anthropic.claude-sonnet-4-5-20250929-v1:0.";

    private async Task<SettingsView> LoadAsync(CancellationToken cancellation)
    {
        var viewer = await actor.GetAsync(cancellation);
        viewer.Demand(Permission.ReadSettings);
        var state = await connections.CheckAsync(Fresh, cancellation);
        var workspace = state.Connection is { } connection ? await workspaces.FindAsync(connection, cancellation) : null;
        _form = WorkspaceForm.Of(workspace);
        return new(state, workspace, state.Connection is { } named && await workspaces.IsInUseAsync(named, cancellation), viewer.May(Permission.ManageSettings));
    }

    private async Task SaveAsync(WorkspaceForm form, AwsConnection connection, CancellationToken cancellation) =>
        await workspaces.SaveAsync(await actor.GetAsync(cancellation), form.ToWorkspace(connection.Id), cancellation);

    private async Task RecheckAsync(CancellationToken cancellation)
    {
        await connections.CheckAsync(TimeSpan.Zero, cancellation);
        await (_panel?.ReloadAsync() ?? Task.CompletedTask);
    }
}
