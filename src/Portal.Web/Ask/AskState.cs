using Portal.Ask;
using Portal.Ask.Filters;
using Portal.Web.Ui.Page;

namespace Portal.Web.Ask;

/// <summary>How an answer is come by.</summary>
public enum AskMode
{
    /// <summary>Retrieve, re-check, then a model over verified chunks only.</summary>
    Verified,

    /// <summary>AWS's RetrieveAndGenerate.</summary>
    Native,
}

/// <summary>What the address of the page says. The question itself stands there only in links that are made on purpose: addresses end up in logs and histories.</summary>
public sealed record AskState(string? Text, AskMode Mode, int NumberOfResults, string? Filter)
{
    /// <summary>From a query string; what cannot be read is left out.</summary>
    public static AskState From(QueryState query) => new(
        query["q"] is { Length: <= Question.LongestText } text ? text : null,
        query.Choice<AskMode>("mode") ?? AskMode.Verified,
        Math.Min(query.Int("n") ?? Question.UsualResults, Question.MostResults),
        query["filter"]);

    /// <summary>Into a query string.</summary>
    public QueryState To(QueryState query) => query
        .With("q", Text)
        .With("mode", Mode == AskMode.Verified ? null : Mode)
        .With("n", NumberOfResults == Question.UsualResults ? null : NumberOfResults)
        .With("filter", Filter);

    /// <summary>The filter as a draft, and why it could not be read where it could not.</summary>
    public (FilterDraft Draft, PortalProblem? Problem) ReadFilter()
    {
        if (Filter is null) return (new FilterDraft(), null);
        try
        {
            return (FilterDraft.From(FilterJson.Parse(Filter)), null);
        }
        catch (PortalProblemException malformed)
        {
            return (new FilterDraft(), malformed.Problem);
        }
    }
}
