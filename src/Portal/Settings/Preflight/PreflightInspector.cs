using Portal.Access;
using Portal.Aws;

namespace Portal.Settings.Preflight;

/// <summary>
/// Makes harmless real calls with the portal's own credentials and says what is missing. What could be found out only by changing or paying for something is
/// named as such and not tried.
/// </summary>
public sealed class PreflightInspector(AwsClients clients, ConnectionGuard connections, WorkspaceStore workspaces, TimeProvider time)
{
    /// <summary>Runs all checks.</summary>
    public async Task<PreflightReport> RunAsync(Actor actor, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ReadSettings);
        var state = await connections.CheckAsync(TimeSpan.Zero, cancellation);
        if (state.Connection is not { } connection) return new([Identity(state)], time.GetUtcNow());
        var scope = clients.For(connection);
        var workspace = await workspaces.FindAsync(connection, cancellation);
        var storage = new StorageChecks(scope.S3, workspace);
        var knowledge = new KnowledgeChecks(scope.BedrockAgent, scope.Bedrock, workspace);
        var checks = new List<PreflightCheck> { Identity(state) };
        var groups = await Task.WhenAll(storage.RunAsync(cancellation), knowledge.RunAsync(cancellation));
        checks.AddRange(groups.SelectMany(group => group));
        checks.AddRange(Unchecked(workspace));
        return new(checks, time.GetUtcNow());
    }

    private static PreflightCheck Identity(ConnectionState state) => state.Problem is { } problem
        ? new("Identity", "sts:GetCallerIdentity", PreflightOutcome.Failed, problem.Sentence, problem.Remedy, problem.AwsRequestId)
        : new("Identity", "sts:GetCallerIdentity", PreflightOutcome.Passed, $"AWS knows the portal as {state.CallerArn}. This call needs no permission.");

    private static IEnumerable<PreflightCheck> Unchecked(Workspace? workspace)
    {
        yield return Open("Writing documents", "s3:PutObject, s3:AbortMultipartUpload", "Finding out would write an object. The first upload shows it, and says so if it is refused.");
        yield return Open("Deleting documents", "s3:DeleteObject", "Finding out would delete something.");
        yield return Open("Retrieval and answers", "bedrock:Retrieve, bedrock:InvokeModel", "Finding out would invoke models, which costs money. The first question shows it.");
        yield return Open("Making knowledge bases", "bedrock:CreateKnowledgeBase, bedrock:CreateDataSource", "Finding out would create one.");
        yield return workspace?.KnowledgeBaseRoleArn is { } role
            ? Open("Handing over the knowledge base role", "iam:PassRole", $"AWS asks for it only when a knowledge base is created with {role}. The role itself needs the bucket, the embedding model and the vector store.")
            : new("Handing over the knowledge base role", "iam:PassRole", PreflightOutcome.Skipped, "The workspace names no role, so the portal cannot create knowledge bases.", "Name the knowledge base role in the workspace.");
    }

    private static PreflightCheck Open(string title, string action, string sentence) => new(title, action, PreflightOutcome.CannotBeChecked, sentence);
}
