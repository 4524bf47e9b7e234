namespace Portal.LocalCloud.Models;

/// <summary>The built-in models and the real model ids that are accepted as other names for them.</summary>
internal static class ModelCatalog
{
    public const string BuiltInProvider = "Portal LocalCloud";

    // id | name | provider | profiles | flags (i = reads images, l = legacy, e = embedding)
    private const string Rows = """
        portal.local-extract-v1|Local Extract|Portal LocalCloud||
        portal.local-embed-v1|Local Embed|Portal LocalCloud||e
        amazon.nova-2-lite-v1:0|Nova 2 Lite|Amazon|us,eu,jp,global|i
        amazon.nova-lite-v1:0|Nova Lite|Amazon|us,eu,apac|i
        amazon.nova-micro-v1:0|Nova Micro|Amazon|us,eu,apac|
        amazon.nova-premier-v1:0|Nova Premier|Amazon|us|i
        amazon.nova-pro-v1:0|Nova Pro|Amazon|us,eu,apac|i
        amazon.titan-embed-text-v1|Titan Text Emb. v1|Amazon||e
        amazon.titan-embed-text-v2:0|Titan Text Emb. v2|Amazon||e
        anthropic.claude-3-haiku-20240307-v1:0|Claude 3 Haiku|Anthropic|us,eu,apac|i
        anthropic.claude-3-opus-20240229-v1:0|Claude 3 Opus|Anthropic|us|il
        anthropic.claude-3-sonnet-20240229-v1:0|Claude 3 Sonnet|Anthropic|us,eu,apac|il
        anthropic.claude-3-5-haiku-20241022-v1:0|Claude 3.5 Haiku|Anthropic|us|i
        anthropic.claude-3-5-sonnet-20240620-v1:0|Claude 3.5 Sonnet|Anthropic|us,eu,apac|il
        anthropic.claude-3-5-sonnet-20241022-v2:0|Claude 3.5 Sonnet v2|Anthropic|us,apac|il
        anthropic.claude-3-7-sonnet-20250219-v1:0|Claude 3.7 Sonnet|Anthropic|us,eu,apac|il
        anthropic.claude-haiku-4-5-20251001-v1:0|Claude Haiku 4.5|Anthropic|us,eu,au,jp,global|i
        anthropic.claude-opus-4-20250514-v1:0|Claude Opus 4|Anthropic|us|il
        anthropic.claude-opus-4-1-20250805-v1:0|Claude Opus 4.1|Anthropic|us|i
        anthropic.claude-opus-4-5-20251101-v1:0|Claude Opus 4.5|Anthropic|us,eu,global|i
        anthropic.claude-opus-4-6-v1|Claude Opus 4.6|Anthropic|us,eu,au,jp,global|i
        anthropic.claude-opus-4-7|Claude Opus 4.7|Anthropic|us,eu,au,jp,global|i
        anthropic.claude-opus-4-8|Claude Opus 4.8|Anthropic|us,eu,au,jp,global|i
        anthropic.claude-opus-5|Claude Opus 5|Anthropic|us,eu,au,jp,global|i
        anthropic.claude-fable-5|Claude Fable 5|Anthropic|us,eu,global|i
        anthropic.claude-sonnet-4-20250514-v1:0|Claude Sonnet 4|Anthropic|us,eu,apac,global|i
        anthropic.claude-sonnet-4-5-20250929-v1:0|Claude Sonnet 4.5|Anthropic|us,eu,au,jp,global|i
        anthropic.claude-sonnet-4-6|Claude Sonnet 4.6|Anthropic|us,eu,au,jp,global|i
        anthropic.claude-sonnet-5|Claude Sonnet 5|Anthropic|us,eu,au,jp,global|i
        anthropic.claude-sonnet-5-5|Claude Sonnet 5.5|Anthropic|us,eu,au,jp,global|i
        cohere.embed-english-v3|Embed English|Cohere||e
        cohere.embed-multilingual-v3|Embed Multilingual|Cohere||e
        cohere.embed-v4:0|Embed v4|Cohere|us,eu,global|e
        deepseek.r1-v1:0|DeepSeek-R1|DeepSeek|us|
        meta.llama3-1-8b-instruct-v1:0|Llama 3.1 8B|Meta|us|
        meta.llama3-1-70b-instruct-v1:0|Llama 3.1 70B|Meta|us|
        meta.llama3-3-70b-instruct-v1:0|Llama 3.3 70B|Meta|us|
        meta.llama4-maverick-17b-instruct-v1:0|Llama 4 Maverick|Meta|us|i
        meta.llama4-scout-17b-instruct-v1:0|Llama 4 Scout|Meta|us|i
        mistral.mistral-large-2402-v1:0|Mistral Large|Mistral AI||
        """;

    public static IReadOnlyList<FoundationModel> All { get; } = [.. Rows.Split('\n').Select(Parse)];

    /// <summary>The model behind an id or a foundation model's ARN; null when there is none of that name.</summary>
    public static FoundationModel? Find(string idOrArn)
    {
        var id = idOrArn;
        if (idOrArn.StartsWith("arn:", StringComparison.Ordinal))
        {
            var at = idOrArn.IndexOf(":foundation-model/", StringComparison.Ordinal);
            if (at < 0) return null;
            id = idOrArn[(at + ":foundation-model/".Length)..];
        }

        return All.FirstOrDefault(model => model.Id == id);
    }

    /// <summary>The model behind a system inference profile's id or ARN (<c>us.anthropic…</c>).</summary>
    public static FoundationModel? FindByProfile(string idOrArn)
    {
        var at = idOrArn.IndexOf(":inference-profile/", StringComparison.Ordinal);
        var id = at < 0 ? idOrArn : idOrArn[(at + ":inference-profile/".Length)..];
        var dot = id.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || (at < 0 && idOrArn.StartsWith("arn:", StringComparison.Ordinal))) return null;
        return All.FirstOrDefault(model => model.Id == id[(dot + 1)..] && model.Profiles.Contains(id[..dot]));
    }

    public static FoundationModel? FindEmbedder(string idOrArn) => Find(idOrArn) is { Purpose: ModelPurpose.Embedding } model ? model : null;

    private static FoundationModel Parse(string row)
    {
        var cells = row.Trim().Split('|');
        return new FoundationModel(
            cells[0], cells[1], cells[2], cells[4].Contains('e', StringComparison.Ordinal) ? ModelPurpose.Embedding : ModelPurpose.Chat,
            cells[3].Split(',', StringSplitOptions.RemoveEmptyEntries), cells[4].Contains('i', StringComparison.Ordinal), cells[4].Contains('l', StringComparison.Ordinal));
    }
}
