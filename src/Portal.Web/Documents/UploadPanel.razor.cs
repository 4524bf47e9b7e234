using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using Portal.Documents;
using Portal.Tenants;
using Portal.Web.Ui;
using Portal.Web.Ui.Dialogs;
using Portal.Web.Ui.Values;

namespace Portal.Web.Documents;

/// <summary>
/// Uploads files that are dropped on the page or chosen: asks for their metadata once, then sends them from the browser to the upload endpoint, three at once,
/// with progress and cancel. It stays while the user goes from folder to folder of the tenant.
/// </summary>
public sealed partial class UploadPanel : ComponentBase, IAsyncDisposable
{
    private static readonly string Accepted = string.Join(',', DocumentRules.Extensions.Select(extension => "." + extension));

    private readonly IServiceProvider services;
    private readonly JsModule _module;
    private readonly Dialogs _dialogs;
    private readonly NavigationManager _navigation;
    private readonly string _id = UniqueId.Next("upload");
    private readonly List<UploadItem> _items = [];
    private readonly DotNetObjectReference<UploadPanel> _self;
    private ElementReference _root;
    private ElementReference _input;
    private MetadataForm _common = new([]);
    private EditContext _context = new(new object());
    private PortalProblem? _problem;

    public UploadPanel(IJSRuntime js, IServiceProvider services, Dialogs dialogs, NavigationManager navigation)
    {
        (this.services, _dialogs, _navigation) = (services, dialogs, navigation);
        _module = new JsModule(js, "./Documents/UploadPanel.razor.js");
        _self = DotNetObjectReference.Create(this);
    }

    [Parameter, EditorRequired] public TenantScope Scope { get; set; } = null!;

    /// <summary>Where files chosen now go.</summary>
    [Parameter, EditorRequired] public string Folder { get; set; } = "";

    /// <summary>Names of the documents that the folder is known to have.</summary>
    [Parameter] public IReadOnlySet<string> Existing { get; set; } = new HashSet<string>();

    /// <summary>Called when files have been stored.</summary>
    [Parameter] public EventCallback OnStored { get; set; }

    private List<UploadItem> Chosen => [.. _items.Where(item => item.State == UploadState.Chosen)];

    private List<UploadItem> Sendable => [.. _items.Where(item => item is { State: UploadState.Chosen, Refusal: null, Question: null })];

    private List<UploadItem> Tray => [.. _items.Where(item => item.State != UploadState.Chosen)];

    private bool IsBusy => _items.Any(item => item.State is UploadState.Waiting or UploadState.Sending);

    private string TrayTitle
    {
        get
        {
            var (all, stored) = (Tray.Count, Tray.Count(item => item.State == UploadState.Stored));
            return IsBusy ? $"Uploading {Figures.Count(all, "file")}" : $"{Figures.Count(stored)} of {Figures.Count(all, "file")} stored";
        }
    }

    private string TrayFacts => $"{Figures.Bytes(Tray.Sum(item => item.State == UploadState.Stored ? item.Bytes : item.Sent))} of {Figures.Bytes(Tray.Sum(item => item.Bytes))}";

    /// <summary>Opens the browser's file dialog.</summary>
    public Task ChooseAsync() => _module.CallAsync("pick", _id);

    /// <summary>For the browser module: files were chosen or dropped.</summary>
    [JSInvokable]
    public Task ChosenAsync(IReadOnlyList<ChosenFile> files) => InvokeAsync(() =>
    {
        foreach (var file in files) _items.Add(new UploadItem(file.Key, Folder, file.Name, file.Bytes, file.Columns, Existing.Contains(file.Name)));
        StateHasChanged();
    });

    /// <summary>For the browser module: how far files are, and which have ended.</summary>
    [JSInvokable]
    public Task ProgressAsync(IReadOnlyList<FileProgress> progress, IReadOnlyList<FileEnd> ended) => InvokeAsync(async () =>
    {
        foreach (var step in progress)
        {
            if (Find(step.Key) is not { State: UploadState.Waiting or UploadState.Sending } item) continue;
            (item.State, item.Sent) = (UploadState.Sending, Math.Min(step.Sent, item.Bytes));
        }

        foreach (var end in ended)
        {
            if (Find(end.Key) is not { } item) continue;
            item.State = end.State switch { "stored" => UploadState.Stored, "cancelled" => UploadState.Cancelled, _ => UploadState.Failed };
            item.Failure = end.Failure;
            item.Exists = end.Code == "DocumentExists";
            if (item.State != UploadState.Stored) item.Sent = 0;
        }

        StateHasChanged();
        if (ended.Any(end => end.State == "stored")) await OnStored.InvokeAsync();
    });

    protected override void OnParametersSet()
    {
        if (_common.Entries.Select(entry => entry.Field).SequenceEqual(Scope.Tenant.Schema)) return;
        _common = new MetadataForm(Scope.Tenant.Schema);
        _context = new EditContext(_common);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await _module.CallAsync("attach", _id, _self, _input, _root);
    }

    public async ValueTask DisposeAsync()
    {
        await _module.CallAsync("detach", _id);
        await _module.DisposeAsync();
        _self.Dispose();
    }

    private void Recheck() => _problem = null;

    private Task SendAsync(CancellationToken cancellation)
    {
        var items = Sendable;
        foreach (var item in items)
        {
            if (SidecarRules.Check((item.Own ?? _common).ToAttributes(), Scope.Tenant.Schema, Scope.Attribute) is not [{ } problem, ..]) continue;
            _problem = item.Own is null ? problem : problem with { Sentence = $"{item.Name}: {problem.Sentence}" };
            return Task.CompletedTask;
        }

        _problem = null;
        return StartAsync(items);
    }

    private async Task StartAsync(List<UploadItem> items)
    {
        var token = services.GetRequiredService<UploadToken>().Value;
        var jobs = items.Select(item => new
        {
            key = item.Key,
            url = DocumentLinks.Upload(Scope.Tenant.Slug, item.Folder, item.Name),
            headers = new Dictionary<string, string> { [UploadToken.Header] = token, [UploadHeader.Name] = item.ToHeader(_common).Encode() },
        }).ToList();
        foreach (var item in items) (item.State, item.Failure, item.Sent) = (UploadState.Waiting, null, 0);
        await _module.CallAsync("start", _id, jobs);
    }

    private Task SendAgainAsync(UploadItem item) => StartAsync([item]);

    private Task ReplaceAsync(UploadItem item)
    {
        item.Replace = true;
        return StartAsync([item]);
    }

    private Task CancelAsync(IReadOnlyList<UploadItem> items) =>
        _module.CallAsync("cancel", _id, items.Where(item => item.State is UploadState.Waiting or UploadState.Sending).Select(item => item.Key).ToArray());

    private Task RemoveAsync(UploadItem item) => ForgetAsync([item]);

    private Task ClearAsync() => ForgetAsync(Chosen);

    private Task CloseTrayAsync() => ForgetAsync(Tray);

    private async Task ForgetAsync(List<UploadItem> items)
    {
        _items.RemoveAll(items.Contains);
        await _module.CallAsync("forget", _id, items.Select(item => item.Key).ToArray());
    }

    private async Task LeavingAsync(LocationChangingContext context)
    {
        var root = _navigation.ToAbsoluteUri(DocumentLinks.Folder(Scope.Tenant.Slug)).AbsolutePath;
        var target = _navigation.ToAbsoluteUri(context.TargetLocation).AbsolutePath;
        if (!IsBusy || target == root || target.StartsWith(root + "/", StringComparison.Ordinal)) return;
        var sending = _items.Count(item => item.State is UploadState.Waiting or UploadState.Sending);
        var leave = await ConfirmDialog.ShowAsync(_dialogs, new ConfirmRequest("Leave while files are uploading?", $"Leave and cancel {Figures.Count(sending, "upload")}") { Lead = "What is stored stays; what is on its way is cancelled and leaves nothing behind." });
        if (!leave) context.PreventNavigation();
    }

    private UploadItem? Find(int key) => _items.Find(item => item.Key == key);
}

/// <summary>A file as the browser names it.</summary>
public sealed record ChosenFile(int Key, string Name, long Bytes, IReadOnlyList<string>? Columns);

/// <summary>How much of a file has left the browser.</summary>
public sealed record FileProgress(int Key, long Sent);

/// <summary>How an upload ended: "stored", "failed", "cancelled".</summary>
public sealed record FileEnd(int Key, string State, string? Failure, string? Code);
