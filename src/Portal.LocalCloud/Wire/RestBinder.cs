using System.Collections;
using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.Wire;

/// <summary>Binds what both REST protocols keep outside the body: path labels, query, headers; and writes the headers of a response.</summary>
internal static class RestBinder
{
    public static MatchedOperation? Find(ServiceApi api, AwsCall call)
    {
        MatchedOperation? best = null;
        foreach (var operation in api.Operations)
        {
            if (operation.Route?.Match(call) is { } labels
                && (best is null || Rank(operation).CompareTo(Rank(best.Operation)) > 0))
                best = new MatchedOperation(operation, labels);
        }

        return best;
    }

    /// <exception cref="FormatException">A value is not of its member's type; the message names the member.</exception>
    public static void Bind(AwsCall call, MatchedOperation matched, object request)
    {
        foreach (var member in matched.Operation.Request.Members)
        {
            if (matched.Labels.TryGetValue(member.JsonName, out var label) || matched.Labels.TryGetValue(member.Name, out label))
                member.Set(request, Parse(member, label));
            else if (member.QueryName is not null)
                BindQuery(call, member, request);
            else if (member.HeaderName is not null)
                BindHeader(call, member, request);
        }
    }

    public static bool IsLabel(MatchedOperation matched, ShapeMember member) =>
        matched.Labels.ContainsKey(member.JsonName) || matched.Labels.ContainsKey(member.Name);

    public static void WriteHead(AwsCall call, Operation operation, object response)
    {
        var http = call.Http.Response;
        http.StatusCode = operation.Http!.Status;
        foreach (var member in operation.Response.Members)
        {
            if (member.Get(response) is not { } value)
                continue;
            if (member.IsStatus)
                http.StatusCode = (int)value;
            else if (member.HeaderName is { } name && value is IDictionary map)
                foreach (DictionaryEntry entry in map)
                    http.Headers[name + entry.Key] = Ascii((string)entry.Value!);
            else if (member.HeaderName is not null)
                http.Headers[member.HeaderName] = value is DateTimeOffset time ? Scalar.HttpDate(time) : Ascii(Scalar.Format(value));
        }
    }

    /// <summary>Headers carry ASCII; other text goes as RFC 2047 wants it.</summary>
    private static string Ascii(string text) =>
        System.Text.Ascii.IsValid(text) ? text : $"=?UTF-8?B?{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text))}?=";

    private static void BindQuery(AwsCall call, ShapeMember member, object request)
    {
        if (member.Type.Item is { } item)
        {
            var values = member.Type.NewList();
            foreach (var parameter in call.Target.Query.Where(parameter => parameter.Name == member.QueryName))
                values.Add(Scalar.Parse(parameter.Value, item.Clr));
            if (values.Count > 0)
                member.Set(request, values);
        }
        else if (call.Target.Value(member.QueryName!) is { } value)
        {
            member.Set(request, Parse(member, value));
        }
    }

    private static void BindHeader(AwsCall call, ShapeMember member, object request)
    {
        if (member.Type.MapValue is not null)
        {
            var map = member.Type.NewMap();
            foreach (var name in call.Http.Request.Headers.Keys)
            {
                if (name.StartsWith(member.HeaderName!, StringComparison.OrdinalIgnoreCase))
                    map[name[member.HeaderName!.Length..].ToLowerInvariant()] = call.Header(name);
            }

            member.Set(request, map);
        }
        else if (call.Header(member.HeaderName!) is { Length: > 0 } value)
        {
            member.Set(request, Parse(member, value));
        }
    }

    private static object Parse(ShapeMember member, string text)
    {
        try
        {
            return Scalar.Parse(text, member.Type.Clr);
        }
        catch (Exception error) when (error is FormatException or OverflowException or InvalidCastException)
        {
            throw new FormatException($"Value '{text}' at '{member.QueryName ?? member.HeaderName ?? member.JsonName}' is not a {member.Type.Clr.Name}", error);
        }
    }

    private static (int Weight, int Literals) Rank(Operation operation) => (operation.Route!.Weight, operation.Route.LiteralSegments);
}
