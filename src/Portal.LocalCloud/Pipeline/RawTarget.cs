namespace Portal.LocalCloud.Pipeline;

/// <summary>
/// A request target exactly as it was sent. Routing and signatures need the escapes that the server's own path decoding loses:
/// a model id arrives with <c>%3A</c>, an ARN or an object key with <c>%2F</c>.
/// </summary>
internal sealed class RawTarget
{
    private RawTarget(string path, IReadOnlyList<QueryParameter> query)
    {
        Path = path;
        Query = query;
    }

    /// <summary>Still escaped, beginning with a slash.</summary>
    public string Path { get; }

    /// <summary>Unescaped, in the order sent.</summary>
    public IReadOnlyList<QueryParameter> Query { get; }

    public static RawTarget Parse(string target)
    {
        if (!target.StartsWith('/'))
        {
            var authority = target.IndexOf("://", StringComparison.Ordinal);
            var slash = authority < 0 ? -1 : target.IndexOf('/', authority + 3);
            target = slash < 0 ? "/" : target[slash..];
        }

        var mark = target.IndexOf('?', StringComparison.Ordinal);
        return mark < 0
            ? new RawTarget(target, [])
            : new RawTarget(target[..mark], ParseQuery(target[(mark + 1)..]));
    }

    public static IReadOnlyList<QueryParameter> ParseQuery(string query)
    {
        var parameters = new List<QueryParameter>();
        foreach (var part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            parameters.Add(equals < 0
                ? new QueryParameter(Unescape(part), "")
                : new QueryParameter(Unescape(part[..equals]), Unescape(part[(equals + 1)..])));
        }

        return parameters;
    }

    public bool Has(string name) => Query.Any(parameter => parameter.Name == name);

    /// <summary>The first value of that name, or null.</summary>
    public string? Value(string name) => Query.FirstOrDefault(parameter => parameter.Name == name)?.Value;

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}

internal sealed record QueryParameter(string Name, string Value);
