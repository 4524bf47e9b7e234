using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using Portal.Web.Ui.Loading;
using Portal.Web.Ui.Page;
using Portal.Web.Ui.Values;

namespace Portal.Web.Ui.Tables;

/// <summary>
/// A native table: sorting, filter box (focus with "/"), pages or virtual rows, selection, keyboard (j, k, arrows, Enter, Space), state in the address,
/// cards on narrow screens. Rows come whole as <see cref="Items"/>, or page by page from <see cref="Provider"/>.
/// </summary>
/// <example><code>
/// &lt;DataTable TItem="Tenant" Items="tenants" Label="Tenants" RowKey="t => t.Slug" FilterBy="t => [t.Name, t.Slug]" UrlPrefix="" Hints&gt;
///   &lt;Columns&gt;
///     &lt;Column Title="Name" Text="t => t.Name" SortBy="t => t.Name" Main Href="t => t.Href" /&gt;
///     &lt;Column Title="Documents" Text="t => Figures.Count(t.Documents)" SortBy="t => t.Documents" Align="Align.End" /&gt;
///   &lt;/Columns&gt;
/// &lt;/DataTable&gt;
/// </code></example>
public sealed partial class DataTable<TItem>(NavigationManager navigation, IJSRuntime js) : ComponentBase, IAsyncDisposable
{
    private readonly List<Column<TItem>> _columns = [];
    private readonly HashSet<object> _selected = [];
    private readonly JsModule _module = new(js, "./Ui/Tables/DataTable.razor.js");
    private ElementReference _root;
    private LoadPanel<TablePage<TItem>>? _panel;
    private TableState _state = new();
    private TableState _urlState = new();
    private TablePage<TItem>? _loaded;
    private long _count;

    /// <summary>All rows. Filter, order and pages are made here.</summary>
    [Parameter] public IReadOnlyList<TItem>? Items { get; set; }

    /// <summary>Rows by the page, filtered and sorted by their source; in place of <see cref="Items"/>.</summary>
    [Parameter] public Func<TableQuery, CancellationToken, Task<TablePage<TItem>>>? Provider { get; set; }

    /// <summary>Another value asks the provider again.</summary>
    [Parameter] public object? Version { get; set; }

    [Parameter, EditorRequired] public RenderFragment? Columns { get; set; }

    /// <summary>The accessible name of the table: "Tenants".</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>What tells rows apart; the row itself by default.</summary>
    [Parameter] public Func<TItem, object>? RowKey { get; set; }

    /// <summary>What a row is called in the labels of its controls; the main column's text by default.</summary>
    [Parameter] public Func<TItem, string>? RowName { get; set; }

    /// <summary>The texts the filter box looks in; shows the box. With a provider: <see cref="Filterable"/>.</summary>
    [Parameter] public Func<TItem, IEnumerable<string?>>? FilterBy { get; set; }

    /// <summary>Shows the filter box over a provider.</summary>
    [Parameter] public bool Filterable { get; set; }

    [Parameter] public string FilterPlaceholder { get; set; } = "Filter";

    /// <summary>Rows of a page; 0 shows all <see cref="Items"/>. A provider is asked for 50 unless said otherwise.</summary>
    [Parameter] public int PageSize { get; set; }

    /// <summary>Only the rows in sight are in the document: for thousands. Needs a parent of limited height (<see cref="Fill"/>).</summary>
    [Parameter] public bool Virtual { get; set; }

    /// <summary>Height of a virtual row in pixels; it must be true.</summary>
    [Parameter] public float RowHeight { get; set; } = 40;

    /// <summary>Keeps filter, order and page in the query string under names with this prefix ("" for a page's only table). Null keeps them to itself.</summary>
    [Parameter] public string? UrlPrefix { get; set; }

    /// <summary>The name of the column sorted by at first; "-name" for downwards.</summary>
    [Parameter] public string? DefaultSort { get; set; }

    /// <summary>A checkbox in front of each row.</summary>
    [Parameter] public bool Selectable { get; set; }

    [Parameter] public IReadOnlyList<TItem>? Selected { get; set; }

    [Parameter] public EventCallback<IReadOnlyList<TItem>> SelectedChanged { get; set; }

    /// <summary>A click or Enter on the main cell, where the main column has no Href.</summary>
    [Parameter] public EventCallback<TItem> OnOpen { get; set; }

    /// <summary>The key of the row shown in a peek panel; then j and k open the next one.</summary>
    [Parameter] public object? Current { get; set; }

    /// <summary>Pills and other controls beside the filter box.</summary>
    [Parameter] public RenderFragment? Tools { get; set; }

    /// <summary>In place of "Nothing here yet." when there is no row at all.</summary>
    [Parameter] public RenderFragment? Empty { get; set; }

    /// <summary>In the footer line.</summary>
    [Parameter] public RenderFragment? Foot { get; set; }

    /// <summary>Names the keys in the footer line.</summary>
    [Parameter] public bool Hints { get; set; }

    /// <summary>Rows become cards on narrow screens.</summary>
    [Parameter] public bool Cards { get; set; } = true;

    /// <summary>Stands in a card and shares its padding, in place of running to the panel's edge.</summary>
    [Parameter] public bool InCard { get; set; }

    /// <summary>Takes the height that is left, footer at the bottom.</summary>
    [Parameter] public bool Fill { get; set; }

    private bool CanFilter => FilterBy is not null || (Provider is not null && Filterable);

    private bool HasTools => CanFilter || Tools is not null;

    private bool HasFoot => Hints || Foot is not null || HasPager;

    private int Size => Provider is not null && PageSize <= 0 ? 50 : PageSize;

    private bool HasPager => Size > 0 && (_state.Page > 1 || HasNext);

    private bool HasNext => Provider is null ? _state.Page < TableRows.Pages(_count, Size)
        : _loaded is { Total: { } total } ? _state.Page < TableRows.Pages(total, Size)
        : _loaded?.More == true;

    private string PageText
    {
        get
        {
            var first = (_state.Page - 1L) * Size + 1;
            var total = Provider is null ? _count : _loaded?.Total;
            var last = Provider is null ? Math.Min(_count, first + Size - 1) : first + (_loaded?.Items.Count ?? 0) - 1;
            return $"{Figures.Count(first)}–{Figures.Count(last)}" + (total is null ? "" : $" of {Figures.Count(total)}");
        }
    }

    private string Note => _selected.Count > 0 ? $"{Figures.Count(_selected.Count)} selected"
        : _state.Filter.Trim().Length == 0 ? ""
        : Provider is null ? $"{Figures.Count(_count)} of {Figures.Count(Items?.Count ?? 0)}"
        : _loaded?.Total is { } total ? $"{Figures.Count(total)} found" : "";

    internal void Add(Column<TItem> column)
    {
        _columns.Add(column);
        StateHasChanged();
    }

    internal void Remove(Column<TItem> column) => _columns.Remove(column);

    /// <summary>Asks the provider again and keeps the old rows meanwhile.</summary>
    public Task ReloadAsync() => _panel?.ReloadAsync() ?? Task.CompletedTask;

    protected override void OnInitialized()
    {
        _state = Defaulted(new TableState());
        if (UrlPrefix is null) return;
        ReadUrl(navigation.Uri);
        navigation.LocationChanged += Follow;
    }

    protected override void OnParametersSet()
    {
        if (Selected is null) return;
        _selected.Clear();
        foreach (var item in Selected) _selected.Add(KeyOf(item));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await _module.CallAsync("attach", _root);
    }

    private void Follow(object? sender, LocationChangedEventArgs e)
    {
        // Only what changed from outside counts: what is being typed is not in the address yet.
        if (TableState.From(QueryState.Of(e.Location), UrlPrefix!) == _urlState) return;
        _ = InvokeAsync(() =>
        {
            ReadUrl(e.Location);
            StateHasChanged();
        });
    }

    private void ReadUrl(string uri)
    {
        _urlState = TableState.From(QueryState.Of(uri), UrlPrefix!);
        _state = Defaulted(_urlState);
    }

    private TableState Defaulted(TableState state) => state.Sort is not null || DefaultSort is null ? state
        : state with { Sort = DefaultSort.TrimStart('-'), Descending = DefaultSort.StartsWith('-') };

    private void WriteUrl()
    {
        if (UrlPrefix is null) return;
        var written = _state == Defaulted(_state with { Sort = null, Descending = false }) ? _state with { Sort = null, Descending = false } : _state;
        if (written == _urlState) return;
        _urlState = written;
        navigation.NavigateTo(written.To(QueryState.Of(navigation.Uri), UrlPrefix).Uri(navigation.Uri), replace: true);
    }

    private Task<TablePage<TItem>> AskProviderAsync(CancellationToken cancellation) =>
        Provider!(new TableQuery(_state.Filter.Trim(), _state.Sort, _state.Descending, (_state.Page - 1) * Size, Size), cancellation);

    private void Loaded(TablePage<TItem> page)
    {
        _loaded = page;
        StateHasChanged();
    }

    private IReadOnlyList<TItem> PageOfItems()
    {
        var rows = Items ?? [];
        if (FilterBy is not null) rows = TableRows.Filter(rows, _state.Filter, FilterBy);
        var by = _columns.Find(column => column.Key == _state.Sort)?.SortBy;
        rows = TableRows.Sort(rows, by, _state.Descending);
        if (_count != rows.Count)
        {
            // The note and the pager are rendered before the rows.
            _count = rows.Count;
            _ = InvokeAsync(StateHasChanged);
        }
        if (Size <= 0) return rows;
        var page = Math.Min(_state.Page, TableRows.Pages(rows.Count, Size));
        return [.. rows.Skip((page - 1) * Size).Take(Size)];
    }

    private void FilterTyped(ChangeEventArgs e) => _state = _state with { Filter = e.Value?.ToString() ?? "", Page = 1 };

    private void ClearFilter()
    {
        _state = _state with { Filter = "", Page = 1 };
        WriteUrl();
    }

    private void SortByColumn(Column<TItem> column)
    {
        var descending = _state.Sort == column.Key ? !_state.Descending : column.DescendingFirst;
        _state = _state with { Sort = column.Key, Descending = descending, Page = 1 };
        WriteUrl();
    }

    private void GoTo(int page)
    {
        _state = _state with { Page = Math.Max(1, page) };
        WriteUrl();
    }

    private string? SortOf(Column<TItem> column) =>
        !column.CanSort ? null : _state.Sort != column.Key ? "none" : _state.Descending ? "descending" : "ascending";

    private object KeyOf(TItem item) => RowKey?.Invoke(item) ?? item!;

    private string NameOf(TItem item) => RowName?.Invoke(item) ?? _columns.Find(column => column.Main)?.Text?.Invoke(item) ?? KeyOf(item).ToString() ?? "";

    private bool IsCurrent(TItem item) => Current is not null && Current.Equals(KeyOf(item));

    private bool IsSelected(TItem item) => _selected.Count > 0 && _selected.Contains(KeyOf(item));

    private Task SelectAsync(TItem item, bool on) => SelectAllAsync([item], on);

    private Task SelectAllAsync(IReadOnlyList<TItem> items, bool on)
    {
        foreach (var item in items)
        {
            if (on) _selected.Add(KeyOf(item));
            else _selected.Remove(KeyOf(item));
        }
        var known = (Items ?? _loaded?.Items ?? []).Concat(Selected ?? []).DistinctBy(KeyOf);
        return SelectedChanged.InvokeAsync([.. known.Where(IsSelected)]);
    }

    private static ICollection<TItem> AsCollection(IReadOnlyList<TItem> rows) => rows as ICollection<TItem> ?? [.. rows];

    public async ValueTask DisposeAsync()
    {
        navigation.LocationChanged -= Follow;
        await _module.DisposeAsync();
    }
}
