using Amazon.Runtime.Documents;

namespace Portal.Ask;

/// <summary>Who answered.</summary>
/// <param name="ModelId">The model that was asked for.</param>
/// <param name="AnsweredBy">Who really answered, where the cloud says that it was another.</param>
public sealed record Answerer(string ModelId, string? AnsweredBy = null)
{
    /// <summary>The id of LocalCloud's own model, which quotes and never composes.</summary>
    public const string BuiltIn = "portal.local-extract-v1";

    /// <summary>One line for people.</summary>
    public string Sentence => AnsweredBy switch
    {
        BuiltIn => "Answered by the built-in extractive model",
        null => $"Answered by {ModelId}",
        _ => $"Answered by {AnsweredBy}",
    };

    internal static string? Field(Document fields, string name) =>
        fields.IsDictionary() && fields.AsDictionary().TryGetValue(name, out var value) && value.IsString() ? value.AsString() : null;
}
