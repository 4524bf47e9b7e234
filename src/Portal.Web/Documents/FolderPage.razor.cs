using Microsoft.AspNetCore.Components;
using Portal.Access;
using Portal.Aws;
using Portal.Documents;
using Portal.Tenants;
using Portal.Web.Access;
using Portal.Web.Tenants;
using Portal.Web.Ui.Dialogs;
using Portal.Web.Ui.Loading;
using Portal.Web.Ui.Page;
using Portal.Web.Ui.Values;

namespace Portal.Web.Documents;

/// <summary>One folder of a tenant's documents. The first rows come with S3's first page; what the sidecars say follows.</summary>
public sealed partial class FolderPage(TenantDirectory directory, DocumentLibrary library, CurrentActor current, NavigationManager navigation, Dialogs dialogs) : ComponentBase, IDisposable
{
    private readonly Dictionary<string, SidecarVerdict> _verdicts = [];
    private LoadPanel<FolderView>? _panel;
    private UploadPanel? _upload;
    private FolderView? _view;
    private CancellationTokenSource? _judging;

    // After a change the sync is what comes next, and until it has ended questions do not find the change.
    private bool _changed;
    private bool _unsynced;

    [Parameter] public string Slug { get; set; } = "";

    [Parameter] public string? Folder { get; set; }

    /// <summary>The document in the peek panel.</summary>
    [SupplyParameterFromQuery] public string? Doc { get; set; }

    public void Dispose()
    {
        _judging?.Cancel();
        _judging?.Dispose();
    }

    private async Task<FolderView> LoadAsync(CancellationToken cancellation)
    {
        var actor = await current.GetAsync(cancellation);
        var scope = await directory.ScopeAsync(actor, Slug, Permission.ReadTenant, cancellation);
        var active = scope.Tenant.State == TenantState.Active;
        var listing = await library.ListAsync(scope, Folder, null, cancellation);
        return new FolderView(scope, active && actor.May(Permission.WriteDocuments, scope.Tenant.Id), active && actor.May(Permission.AskAsTenant, scope.Tenant.Id), listing);
    }

    private void Loaded(FolderView view)
    {
        _view = view;
        _verdicts.Clear();
        _ = JudgeAsync(view, [.. view.Documents]);
    }

    private async Task MoreAsync(FolderView view, CancellationToken cancellation)
    {
        var page = await library.ListAsync(view.Scope, view.Folder, view.NextToken, cancellation);
        view.Add(page);
        _ = JudgeAsync(view, page.Documents);
    }

    /// <summary>Reads the sidecars behind the rows, and shows what they say as it comes in.</summary>
    private async Task JudgeAsync(FolderView view, IReadOnlyList<DocumentEntry> entries)
    {
        _judging?.Cancel();
        _judging?.Dispose();
        _judging = new CancellationTokenSource();
        var token = _judging.Token;
        try
        {
            foreach (var some in entries.Where(entry => entry.HasSidecar).Chunk(32))
            {
                var read = await Task.WhenAll(some.Select(async entry => (entry.Key.Value, Read: await library.ReadSidecarAsync(view.Scope, entry.Key, token))));
                if (token.IsCancellationRequested) return;
                foreach (var (key, sidecar) in read) _verdicts[key] = sidecar.Verdict;
                StateHasChanged();
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException || AwsFaults.ProblemOf(exception) is not null)
        {
            // The rows keep saying that there is a sidecar; opening a document says what is wrong.
            return;
        }
    }

    private static string Title(FolderView view) => view.Folder.Length == 0 ? "Documents" : Last(view.Folder);

    private static List<Crumb> Crumbs(FolderView view)
    {
        var slug = view.Scope.Tenant.Slug;
        var crumbs = new List<Crumb> { new("Tenants", TenantLinks.List), new(view.Scope.Tenant.Name, TenantLinks.Home(slug)) };
        if (view.Folder.Length == 0) return crumbs;
        crumbs.Add(new("Documents", DocumentLinks.Folder(slug)));
        var segments = view.Folder.Split('/');
        for (var depth = 1; depth < segments.Length; depth++) crumbs.Add(new(segments[depth - 1], DocumentLinks.Folder(slug, string.Join('/', segments[..depth]))));
        return crumbs;
    }

    private static string Facts(FolderView view)
    {
        var count = view.Documents.Count();
        if (count == 0) return Figures.Count(view.Rows.Count, "folder");
        var facts = $"{Figures.Count(count, "document")}, {Figures.Bytes(view.Documents.Sum(entry => entry.Bytes))}";
        return view.NextToken is null ? facts : $"{facts}, and more";
    }

    private static string Last(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string Href(FolderView view, ListedRow row)
    {
        var slug = view.Scope.Tenant.Slug;
        return row.Document is null
            ? DocumentLinks.Folder(slug, view.Folder.Length == 0 ? row.Name : $"{view.Folder}/{row.Name}")
            : $"{DocumentLinks.Folder(slug, view.Folder)}?doc={Uri.EscapeDataString(row.Name)}";
    }

    private void ClosePeek() => navigation.NavigateTo(DocumentLinks.Folder(Slug, Folder ?? ""), replace: true);

    private void Saved(DocumentEntry entry, SidecarVerdict verdict)
    {
        _changed = _unsynced = true;
        _verdicts[entry.Key.Value] = verdict;
        if (!entry.HasSidecar) _ = _panel?.ReloadAsync();
    }

    private async Task DeletedAsync()
    {
        _changed = _unsynced = true;
        ClosePeek();
        if (_panel is { } panel) await panel.ReloadAsync();
    }

    private Task StoredAsync()
    {
        _changed = _unsynced = true;
        return _panel?.ReloadAsync() ?? Task.CompletedTask;
    }

    private async Task NewFolderAsync(FolderView view)
    {
        if (await NewFolderDialog.ShowAsync(dialogs, async (name, token) =>
                await library.CreateFolderAsync(await directory.ScopeAsync(await current.GetAsync(token), Slug, Permission.WriteDocuments, token), view.Folder, name, token)) is { } made)
            navigation.NavigateTo(DocumentLinks.Folder(Slug, made.Folder));
    }
}
