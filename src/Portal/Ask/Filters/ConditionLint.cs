using Portal.Tenants;

namespace Portal.Ask.Filters;

/// <summary>What there is to say of one comparison.</summary>
internal static class ConditionLint
{
    private const string OpenSearchServerless = "OPENSEARCH_SERVERLESS";
    private const string NeptuneAnalytics = "NEPTUNE_ANALYTICS";
    private const string S3Vectors = "S3_VECTORS";

    public static IEnumerable<FilterFinding> Check(FilterCondition condition, FilterGround ground) =>
        Errors(condition, ground).Select(message => new FilterFinding(FilterSeverity.Error, "", message))
            .Concat(Warnings(condition, ground).Select(message => new FilterFinding(FilterSeverity.Warning, "", message)));

    private static IEnumerable<string> Errors(FilterCondition condition, FilterGround ground)
    {
        if (string.IsNullOrWhiteSpace(condition.Key)) yield return "Choose an attribute.";
        else if (condition.Key.Length > FilterLimits.LongestKey) yield return $"An attribute's key has at most {FilterLimits.LongestKey} characters.";
        if (WrongValue(condition) is { } wrong) yield return wrong;
        if (Unsupported(condition.Operator, ground.StorageType) is { } unsupported) yield return unsupported;
    }

    private static IEnumerable<string> Warnings(FilterCondition condition, FilterGround ground)
    {
        if (condition.Key == ground.TenantKey)
        {
            yield return $"\"{ground.TenantKey}\" is set by the server already; here it can only narrow the result.";
        }
        else if (!condition.Key.StartsWith("x-amz-bedrock", StringComparison.Ordinal))
        {
            var field = ground.Schema.FirstOrDefault(candidate => candidate.Key == condition.Key);
            if (field is null && !string.IsNullOrWhiteSpace(condition.Key))
                yield return $"The tenant's schema has no attribute \"{condition.Key}\"; documents without it are {(LetsMissingThrough(condition.Operator) ? "all found" : "not found")}.";
            if (field is not null && Mismatch(condition, field) is { } mismatch) yield return mismatch;
        }

        if (condition.Operator == FilterOperator.NotEquals) yield return "Documents without the attribute are found too.";
        if (condition.Operator == FilterOperator.NotIn) yield return "Whether documents without the attribute are found depends on the vector store.";
        if (ground.StorageType is null && condition.Operator is FilterOperator.StartsWith or FilterOperator.StringContains or FilterOperator.ListContains)
            yield return $"It is not known which vector store this is; not every store supports {Name(condition.Operator)}.";
        if (ground.StorageType is { } store && BestElsewhere(condition.Operator, store)) yield return $"AWS supports {Name(condition.Operator)} best on {Best(condition.Operator)}; this knowledge base is on {store}.";
        if (condition is { Operator: FilterOperator.StringContains } && ground.StorageType == NeptuneAnalytics) yield return "On Neptune Analytics it looks into strings only, not into lists.";
    }

    private static string? WrongValue(FilterCondition condition) => (condition.Operator, condition.Value) switch
    {
        (_, TextValue { Text.Length: 0 }) => "Enter a value.",
        (_, NumberValue { Number: var number }) when !double.IsFinite(number) => "Enter a finite number.",
        (FilterOperator.Equals or FilterOperator.NotEquals, TextListValue) => "It compares with one string, number or boolean.",
        (FilterOperator.Equals or FilterOperator.NotEquals, _) => null,
        (FilterOperator.In or FilterOperator.NotIn, TextListValue { Texts: var texts }) => texts.Count == 0 || texts.Any(string.IsNullOrEmpty) ? "List at least one string, and no empty one." : null,
        (FilterOperator.In or FilterOperator.NotIn, _) => "It compares with a list of strings.",
        (FilterOperator.StartsWith or FilterOperator.StringContains or FilterOperator.ListContains, TextValue) => null,
        (FilterOperator.StartsWith or FilterOperator.StringContains or FilterOperator.ListContains, _) => "It compares with a string.",
        (_, NumberValue) => null,
        _ => "It compares numbers only.",
    };

    private static string? Unsupported(FilterOperator @operator, string? store) => (@operator, store) switch
    {
        (_, null) => null,
        (FilterOperator.StartsWith, not OpenSearchServerless) => $"{store} does not support startsWith, and may ignore it silently; only OpenSearch Serverless does.",
        (FilterOperator.StringContains, not (OpenSearchServerless or NeptuneAnalytics)) =>
            $"{store} does not support stringContains, and may ignore it silently; only OpenSearch Serverless and Neptune Analytics do.",
        _ => null,
    };

    private static string? Mismatch(FilterCondition condition, MetadataField field) => (field.Type, condition.Operator, condition.Value) switch
    {
        (MetadataType.StringList, FilterOperator.ListContains or FilterOperator.StringContains, _) => null,
        (MetadataType.StringList, _, _) => $"\"{field.Key}\" is a list of strings; listContains looks into it.",
        (_, FilterOperator.ListContains, _) => $"\"{field.Key}\" is not a list.",
        (MetadataType.String, _, TextValue or TextListValue) => null,
        (MetadataType.Number, _, NumberValue) => null,
        (MetadataType.Boolean, _, BooleanValue) => null,
        _ => $"\"{field.Key}\" is of type {field.Type.ToString().ToLowerInvariant()}; a value of another type finds nothing.",
    };

    private static bool LetsMissingThrough(FilterOperator @operator) => @operator is FilterOperator.NotEquals or FilterOperator.NotIn;

    private static bool BestElsewhere(FilterOperator @operator, string store) => @operator switch
    {
        FilterOperator.In or FilterOperator.NotIn => store is not (OpenSearchServerless or NeptuneAnalytics),
        FilterOperator.ListContains => store is not (OpenSearchServerless or S3Vectors),
        _ => false,
    };

    private static string Best(FilterOperator @operator) => @operator == FilterOperator.ListContains ? "OpenSearch Serverless" : "OpenSearch Serverless and Neptune Analytics";

    private static string Name(FilterOperator @operator) => FilterJson.NameOf(@operator);
}
