using System.Globalization;
using System.Text;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Portal.LocalCloud.BedrockAgentRuntime;

/// <summary>
/// Compiles a filter to a condition on a jsonb column. Keys and values travel as parameters only. Equality becomes containment, which the index on the column serves.
/// </summary>
internal sealed class FilterSql(string column, string? storageType)
{
    private readonly List<NpgsqlParameter> _parameters = [];

    public IReadOnlyList<NpgsqlParameter> Parameters => _parameters;

    public string Compile(RetrievalFilter? filter)
    {
        var sql = new StringBuilder();
        Append(filter, sql);
        return sql.ToString();
    }

    private void Append(RetrievalFilter? filter, StringBuilder sql)
    {
        switch (filter)
        {
            case null:
                sql.Append("true");
                break;
            case FilterGroup group:
                sql.Append('(');
                for (var at = 0; at < group.Members.Count; at++)
                {
                    if (at > 0) sql.Append(group.All ? " AND " : " OR ");
                    Append(group.Members[at], sql);
                }

                sql.Append(')');
                break;
            case FilterComparison comparison:
                sql.Append(Comparison(comparison));
                break;
        }
    }

    private string Comparison(FilterComparison filter)
    {
        var value = filter.Value;
        switch (filter.Operator)
        {
            case FilterOperator.Equals:
                return $"{column} @> {Contained(filter.Key, value)}";
            case FilterOperator.NotEquals:
                return $"NOT ({column} @> {Contained(filter.Key, value)})";
            case FilterOperator.In:
                return $"({OfType(filter.Key, "string")} AND {Text(filter.Key)} = ANY({Texts(value)}))";
            case FilterOperator.NotIn:
                var key = Key(filter.Key);
                var inside = $"(jsonb_typeof({column} -> {key}) IS NOT DISTINCT FROM 'string' AND ({column} ->> {key}) = ANY({Texts(value)}))";
                return StoreFilters.NotInIncludesMissing(storageType) ? $"NOT {inside}" : $"({column} ? {key} AND NOT {inside})";
            case FilterOperator.StartsWith:
                return $"({OfType(filter.Key, "string")} AND starts_with({Text(filter.Key)}, {Text(value)}))";
            case FilterOperator.StringContains:
                var needle = Text(value);
                var inText = $"({OfType(filter.Key, "string")} AND strpos({Text(filter.Key)}, {needle}) > 0)";
                return StoreFilters.ContainsLooksIntoLists(storageType) ? $"({inText} OR {AnyItem(filter.Key, $"strpos(item, {needle}) > 0")})" : inText;
            case FilterOperator.ListContains:
                return AnyItem(filter.Key, $"item = {Text(value)}");
            default:
                var sign = filter.Operator switch
                {
                    FilterOperator.GreaterThan => ">",
                    FilterOperator.GreaterThanOrEquals => ">=",
                    FilterOperator.LessThan => "<",
                    _ => "<=",
                };
                // CASE fixes the order: the cast would fail on a value that is no number.
                return $"(CASE WHEN {OfType(filter.Key, "number")} THEN ({Text(filter.Key)})::numeric {sign} {Number(value)} ELSE false END)";
        }
    }

    private string OfType(string key, string type) => $"jsonb_typeof({column} -> {Key(key)}) = '{type}'";

    private string Text(string key) => $"({column} ->> {Key(key)})";

    private string AnyItem(string key, string condition)
    {
        var name = Key(key);
        return $"(CASE WHEN jsonb_typeof({column} -> {name}) = 'array' THEN EXISTS (SELECT 1 FROM jsonb_array_elements_text({column} -> {name}) AS item WHERE {condition}) ELSE false END)";
    }

    private string Contained(string key, JsonElement value) =>
        Add(JsonSerializer.Serialize(new Dictionary<string, JsonElement>(StringComparer.Ordinal) { [key] = value }), NpgsqlDbType.Jsonb);

    private string Key(string key) => Add(key, NpgsqlDbType.Text);

    private string Text(JsonElement value) => Add(value.GetString()!, NpgsqlDbType.Text);

    private string Texts(JsonElement value) => Add(value.EnumerateArray().Select(item => item.GetString()!).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);

    private string Number(JsonElement value) =>
        value.TryGetDecimal(out var exact) ? Add(exact, NpgsqlDbType.Numeric) : Add(value.GetDouble(), NpgsqlDbType.Double);

    private string Add(object value, NpgsqlDbType type)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"f{_parameters.Count}");
        _parameters.Add(new NpgsqlParameter(name, type) { Value = value });
        return "@" + name;
    }
}
