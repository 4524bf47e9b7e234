using Amazon.Runtime;
using Portal.Aws;

namespace Portal.Settings.Preflight;

/// <summary>Makes one call and turns a refusal into the permission that would mend it.</summary>
internal static class PreflightProbe
{
    /// <param name="title">What is checked.</param>
    /// <param name="action">The permission it needs.</param>
    /// <param name="call">The call; returns AWS's answer.</param>
    /// <param name="judge">Says what the answer means.</param>
    public static async Task<PreflightCheck> AskAsync<TAnswer>(string title, string action, Func<Task<TAnswer>> call, Func<TAnswer, Verdict> judge)
        where TAnswer : AmazonWebServiceResponse
    {
        try
        {
            var answer = await call();
            var verdict = judge(answer);
            return new(title, action, verdict.Outcome, verdict.Sentence, verdict.Remedy, answer.ResponseMetadata?.RequestId);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && AwsFaults.ProblemOf(exception) is not null)
        {
            var problem = AwsFaults.ProblemOf(exception)!;
            var refused = problem.Code is "AccessDenied" or "AccessDeniedException";
            return new(title, action, PreflightOutcome.Failed, problem.Sentence, refused ? $"Allow {action} as in the policy below." : problem.Remedy, problem.AwsRequestId);
        }
    }

    public static PreflightCheck Skip(string title, string action, string sentence, string? remedy = null) => new(title, action, PreflightOutcome.Skipped, sentence, remedy);

    public static Verdict Pass(string sentence) => new(PreflightOutcome.Passed, sentence);

    public static Verdict Warn(string sentence, string remedy) => new(PreflightOutcome.Warned, sentence, remedy);
}

/// <summary>What an answer means.</summary>
internal sealed record Verdict(PreflightOutcome Outcome, string Sentence, string? Remedy = null);
