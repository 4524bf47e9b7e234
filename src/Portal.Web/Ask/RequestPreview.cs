using Amazon.Runtime;
using Portal.Ask;
using Portal.Ask.Filters;
using Portal.Aws;
using Portal.Tenants;
using Portal.Web.Ui.Code;

namespace Portal.Web.Ask;

/// <summary>The request that a question would become, before anyone asks: the same code makes it that makes the one which is sent.</summary>
/// <param name="Samples">As code in every language; empty when it would be refused.</param>
/// <param name="Lines">Its JSON by lines, and whether a line is the guard's.</param>
/// <param name="Problem">Why it would be refused.</param>
public sealed record RequestPreview(IReadOnlyList<CodeSample> Samples, IReadOnlyList<(string Text, bool IsGuard)> Lines, PortalProblem? Problem)
{
    private const string Placeholder = "Your question";

    public static RequestPreview Of(TenantScope scope, AskMode mode, Question question)
    {
        try
        {
            var asked = string.IsNullOrWhiteSpace(question.Text) ? question with { Text = Placeholder } : question;
            AmazonWebServiceRequest request = mode == AskMode.Native ? AskRequests.RetrieveAndGenerate(scope, asked, null) : AskRequests.Retrieve(scope, asked);
            var code = CallCode.Of(request);
            return new RequestPreview([.. code.Select(sample => new CodeSample(sample.Language, sample.Text))], Mark(code.First(sample => sample.Language == "JSON").Text, TenantGuard.Guard(scope).Guard), null);
        }
        catch (PortalProblemException refused)
        {
            return new RequestPreview([], [], refused.Problem);
        }
    }

    /// <summary>Marks the first equals with the guard's key and value: it is the filter itself, or the first member of its andAll.</summary>
    private static List<(string Text, bool IsGuard)> Mark(string json, FilterCondition guard)
    {
        var lines = json.ReplaceLineEndings("\n").Split('\n');
        var key = $"\"key\": {System.Text.Json.JsonSerializer.Serialize(guard.Key)}";
        var first = Array.FindIndex(lines, line => line.Trim() == "\"equals\": {");
        while (first >= 0 && !lines[first + 1].Contains(key, StringComparison.Ordinal)) first = Array.FindIndex(lines, first + 1, line => line.Trim() == "\"equals\": {");
        return [.. lines.Select((line, index) => (line, first >= 0 && index >= first && index <= first + 3))];
    }
}
