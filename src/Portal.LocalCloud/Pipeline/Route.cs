namespace Portal.LocalCloud.Pipeline;

/// <summary>A REST operation's path template, matched segment by segment on the escaped path.</summary>
internal sealed class Route
{
    private readonly string method;
    private readonly string[] segments;
    private readonly IReadOnlyList<QueryParameter> query;
    private readonly string? header;

    public Route(HttpAttribute http)
    {
        var template = RawTarget.Parse(http.Uri);
        method = http.Method;
        segments = Split(http.Uri.Split('?')[0]);
        query = template.Query;
        header = http.RequiredHeader;
        Weight = (query.Count * 2) + (header is null ? 0 : 1);
        LiteralSegments = segments.Count(segment => !segment.StartsWith('{'));
    }

    /// <summary>How particular the route is; of several matches the most particular is meant.</summary>
    public int Weight { get; }

    public int LiteralSegments { get; }

    /// <summary>Unescaped labels by name, or null when the request is not meant for this route.</summary>
    public IReadOnlyDictionary<string, string>? Match(AwsCall call)
    {
        if (call.Method != method || (header is not null && call.Header(header) is null))
            return null;
        foreach (var wanted in query)
        {
            if (call.Target.Value(wanted.Name) is not { } value || (wanted.Value.Length > 0 && value != wanted.Value))
                return null;
        }

        return MatchPath(call.Target.Path);
    }

    private Dictionary<string, string>? MatchPath(string path)
    {
        var labels = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var rest = path.AsSpan(1);
        for (var i = 0; i < segments.Length; i++)
        {
            var segment = segments[i];
            if (segment.EndsWith("+}", StringComparison.Ordinal))
            {
                if (rest.IsEmpty)
                    return null;
                labels[segment[1..^2]] = Uri.UnescapeDataString(rest.ToString());
                return labels;
            }

            var slash = rest.IndexOf('/');
            var part = slash < 0 ? rest : rest[..slash];
            if (part.IsEmpty)
                return null;
            if (segment.StartsWith('{'))
                labels[segment[1..^1]] = Uri.UnescapeDataString(part.ToString());
            else if (!part.SequenceEqual(segment))
                return null;
            rest = slash < 0 ? [] : rest[(slash + 1)..];
            if (slash < 0 && i < segments.Length - 1)
                return null;
        }

        return rest.IsEmpty ? labels : null;
    }

    private static string[] Split(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
