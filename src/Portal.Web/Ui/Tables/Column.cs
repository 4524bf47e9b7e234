using Microsoft.AspNetCore.Components;

namespace Portal.Web.Ui.Tables;

/// <summary>A column of a <see cref="DataTable{TItem}"/>.</summary>
/// <example><code>
/// &lt;Column Title="Name" Text="t => t.Name" SortBy="t => t.Name" Main Href="@(t => $"/tenants/{t.Slug}")" /&gt;
/// &lt;Column Title="State" Corner&gt;&lt;ChildContent Context="t"&gt;&lt;TenantStateChip State="t.State" /&gt;&lt;/ChildContent&gt;&lt;/Column&gt;
/// &lt;Column Title="Size" Text="d => Figures.Bytes(d.Size)" SortBy="d => d.Size" Align="Align.End" /&gt;
/// </code></example>
public sealed class Column<TItem> : ComponentBase, IDisposable
{
    [CascadingParameter] public DataTable<TItem>? Table { get; set; }

    /// <summary>The header; the unit belongs here.</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>What sorting by it is called in the address and in <see cref="TableQuery.Sort"/>; the title in lower case with hyphens by default.</summary>
    [Parameter] public string? Name { get; set; }

    /// <summary>The cell as plain text.</summary>
    [Parameter] public Func<TItem, string?>? Text { get; set; }

    /// <summary>The cell as markup.</summary>
    [Parameter] public RenderFragment<TItem>? ChildContent { get; set; }

    /// <summary>The value to sort by; makes the header a button.</summary>
    [Parameter] public Func<TItem, IComparable?>? SortBy { get; set; }

    /// <summary>The provider can sort by it (without <see cref="SortBy"/>).</summary>
    [Parameter] public bool Sortable { get; set; }

    /// <summary>The first click sorts downwards: for sizes and dates.</summary>
    [Parameter] public bool DescendingFirst { get; set; }

    [Parameter] public Align Align { get; set; }

    /// <summary>The name of the row: its header cell, and the title of its card on narrow screens.</summary>
    [Parameter] public bool Main { get; set; }

    /// <summary>Where the main cell leads.</summary>
    [Parameter] public Func<TItem, string?>? Href { get; set; }

    /// <summary>Stands at the top right of the card on narrow screens: the state.</summary>
    [Parameter] public bool Corner { get; set; }

    /// <summary>Left out on narrow screens.</summary>
    [Parameter] public bool Low { get; set; }

    /// <summary>The full width of the card on narrow screens.</summary>
    [Parameter] public bool Wide { get; set; }

    /// <summary>A CSS width, such as "30%".</summary>
    [Parameter] public string? Width { get; set; }

    /// <summary>No visible header, for a column of row actions.</summary>
    [Parameter] public bool HideTitle { get; set; }

    internal string Key => Name ?? Title.ToLowerInvariant().Replace(' ', '-');

    internal bool CanSort => Sortable || SortBy is not null;

    internal string CellClass => string.Join(' ', Classes());

    protected override void OnInitialized() => Table?.Add(this);

    private IEnumerable<string> Classes()
    {
        if (Align == Align.End) yield return "r";
        if (Low) yield return "low";
        if (Corner) yield return "card-corner";
        if (Wide) yield return "card-wide";
    }

    public void Dispose() => Table?.Remove(this);
}
