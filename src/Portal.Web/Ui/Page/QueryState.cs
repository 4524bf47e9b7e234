using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Portal.Web.Ui.Page;

/// <summary>
/// The query string of an address as an immutable set of named values: what a page reads its state record from and writes it back to. Names compare
/// without case; of a repeated name the last value counts; empty values are left out.
/// </summary>
/// <example><code>
/// record PageState(string? Filter, int Page) {
///   public static PageState From(QueryState q) => new(q["filter"], q.Int("page") ?? 1);
///   public QueryState To(QueryState q) => q.With("filter", Filter).With("page", Page == 1 ? null : Page);
/// }
/// navigation.NavigateTo(state.To(QueryState.Of(navigation.Uri)).Uri(navigation.Uri), replace: true);
/// </code></example>
public sealed class QueryState
{
    private readonly SortedDictionary<string, string> _values;

    private QueryState(SortedDictionary<string, string> values) => _values = values;

    /// <summary>The query string of an address, absolute or relative.</summary>
    public static QueryState Of(string uri)
    {
        var values = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var end = uri.IndexOf('#', StringComparison.Ordinal);
        var text = end < 0 ? uri : uri[..end];
        var start = text.IndexOf('?', StringComparison.Ordinal);
        if (start >= 0)
        {
            foreach (var pair in new QueryStringEnumerable(text[start..]))
            {
                var name = pair.DecodeName().ToString();
                var value = pair.DecodeValue().ToString();
                if (name.Length > 0 && value.Length > 0) values[name] = value;
            }
        }
        return new QueryState(values);
    }

    /// <summary>The value, or null.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>A whole number from 1, or null when there is none or it is none.</summary>
    public int? Int(string name) =>
        int.TryParse(this[name], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) && value > 0 ? value : null;

    /// <summary>Whether the value is "1" or "true".</summary>
    public bool Flag(string name) => this[name] is "1" or "true";

    /// <summary>A member of an enumeration by its name, or null.</summary>
    public T? Choice<T>(string name) where T : struct, Enum =>
        this[name] is { } text && !char.IsAsciiDigit(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    /// <summary>The same with one value set; null, false or an empty text removes it.</summary>
    public QueryState With(string name, object? value)
    {
        var copy = new SortedDictionary<string, string>(_values, _values.Comparer);
        var text = value switch
        {
            null or false => "",
            true => "1",
            Enum member => member.ToString().ToLowerInvariant(),
            IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
        if (text.Length == 0) copy.Remove(name);
        else copy[name] = text;
        return new QueryState(copy);
    }

    /// <summary>The address with this query string in place of its own; path and fragment stay.</summary>
    public string Uri(string uri)
    {
        var hash = uri.IndexOf('#', StringComparison.Ordinal);
        var fragment = hash < 0 ? "" : uri[hash..];
        var path = hash < 0 ? uri : uri[..hash];
        var question = path.IndexOf('?', StringComparison.Ordinal);
        return (question < 0 ? path : path[..question]) + this + fragment;
    }

    /// <summary>"?a=1&amp;b=2", or nothing.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (name, value) in _values)
        {
            text.Append(text.Length == 0 ? '?' : '&').Append(System.Uri.EscapeDataString(name)).Append('=').Append(System.Uri.EscapeDataString(value));
        }
        return text.ToString();
    }
}
