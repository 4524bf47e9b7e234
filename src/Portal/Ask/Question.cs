using Portal.Ask.Filters;

namespace Portal.Ask;

/// <summary>What someone asks as a tenant.</summary>
/// <param name="Text">1 to 1,000 characters: Amazon Bedrock's bound for a user's query.</param>
/// <param name="NumberOfResults">1 to 100 chunks.</param>
/// <param name="Filter">What the user narrows it to, beside the tenant's own condition.</param>
public sealed record Question(string Text, int NumberOfResults = Question.UsualResults, UserFilter? Filter = null)
{
    /// <summary>Amazon Bedrock's bound for a query of retrieval-augmented generation.</summary>
    public const int LongestText = 1000;

    /// <summary>Chunks at most, in one request.</summary>
    public const int MostResults = 100;

    /// <summary>Amazon Bedrock's own default.</summary>
    public const int UsualResults = 5;

    /// <summary>Throws unless AWS would take it.</summary>
    /// <exception cref="PortalProblemException">A bound is broken; its field is named.</exception>
    public void Demand()
    {
        if (string.IsNullOrWhiteSpace(Text)) throw new PortalProblemException(new("NoQuestion", "There is no question.", "Write one.", Field: nameof(Text)));
        if (Text.Length > LongestText)
            throw new PortalProblemException(new("QuestionTooLong", $"The question has {Text.Length:N0} characters; Amazon Bedrock takes {LongestText:N0}.", "Shorten it.", Field: nameof(Text)));
        if (NumberOfResults is < 1 or > MostResults)
            throw new PortalProblemException(new("ValidationException", $"The number of results is from 1 to {MostResults}.", "Change it.", Field: nameof(NumberOfResults)));
    }
}
