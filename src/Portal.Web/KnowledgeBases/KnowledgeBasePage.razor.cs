using Amazon.BedrockAgent.Model;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Portal.Access;
using Portal.Aws;
using Portal.KnowledgeBases;
using Portal.Settings;
using Portal.Web.Access;
using Portal.Web.Ui.Code;
using Portal.Web.Ui.Dialogs;
using Portal.Web.Ui.Loading;
using Portal.Web.Ui.Page;

namespace Portal.Web.KnowledgeBases;

/// <summary>What the page of a knowledge base shows.</summary>
public sealed record KnowledgeBaseHome(KnowledgeBaseEntry Entry, IReadOnlyList<DataSource> Sources, Workspace? Workspace, bool MayManage);

/// <summary>One knowledge base: its data sources, syncs, documents and configuration.</summary>
public sealed partial class KnowledgeBasePage(
    KnowledgeBaseCatalog catalog, WorkspaceStore workspaces, ConnectionGuard connections, CurrentActor current, Dialogs dialogs, NavigationManager navigation) : ComponentBase, IDisposable
{
    private LoadPanel<KnowledgeBaseHome>? _panel;
    private KnowledgeBaseTab _tab;
    private int _version;

    [Parameter] public string Id { get; set; } = "";

    protected override void OnInitialized()
    {
        Read(navigation.Uri);
        navigation.LocationChanged += Follow;
    }

    public void Dispose() => navigation.LocationChanged -= Follow;

    private void Follow(object? sender, LocationChangedEventArgs moved) => _ = InvokeAsync(() =>
    {
        Read(moved.Location);
        StateHasChanged();
    });

    private void Read(string uri) => _tab = QueryState.Of(uri).Choice<KnowledgeBaseTab>("tab") ?? KnowledgeBaseTab.Sources;

    private async Task<KnowledgeBaseHome> LoadAsync(CancellationToken cancellation)
    {
        var actor = await current.GetAsync(cancellation);
        var entry = await catalog.GetAsync(actor, Id, cancellation);
        var sources = entry.IsOperable ? await catalog.DataSourcesAsync(actor, Id, cancellation) : [];
        return new KnowledgeBaseHome(entry, sources, await workspaces.FindAsync(await connections.CurrentAsync(cancellation), cancellation), actor.May(Permission.ManageKnowledgeBases));
    }

    private async Task AddAsync(KnowledgeBaseHome home)
    {
        if (await AddDataSourceDialog.ShowAsync(dialogs, Id, DataSourceForm.From(home.Workspace)) is { } operation) navigation.NavigateTo($"/operations/{operation}");
    }

    private Task ReloadAsync()
    {
        _version++;
        return _panel?.ReloadAsync() ?? Task.CompletedTask;
    }

    private List<CodeSample> Samples() =>
        [.. CallCode.Of(new GetKnowledgeBaseRequest { KnowledgeBaseId = Id }).Select(sample => new CodeSample(sample.Language, sample.Text))];
}
