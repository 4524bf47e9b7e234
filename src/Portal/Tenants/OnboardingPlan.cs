namespace Portal.Tenants;

/// <summary>Something an onboarding makes or uses.</summary>
/// <param name="What">"Folder", "Data source" …</param>
/// <param name="Name">Its key, name or id.</param>
/// <param name="Exists">Whether it is there already and is only used.</param>
public sealed record PlannedResource(string What, string Name, bool Exists);

/// <summary>What an onboarding would do, looked up and not yet done.</summary>
/// <param name="Problems">What stands against it; with any it cannot be started.</param>
/// <param name="Checks">What was looked at in AWS.</param>
/// <param name="Resources">What will be made or used, in this order.</param>
/// <param name="Calls">The calls of the resources that will be made.</param>
public sealed record OnboardingPlan(
    IReadOnlyList<PortalProblem> Problems, IReadOnlyList<PreflightCheck> Checks, IReadOnlyList<PlannedResource> Resources, IReadOnlyList<PlannedCall> Calls)
{
    /// <summary>Whether it can be started.</summary>
    public bool IsClear => Problems.Count == 0 && Checks.All(check => check.Verdict != CheckVerdict.Failed);
}

/// <summary>One AWS call that is going to be made.</summary>
/// <param name="Service">"s3", "bedrock-agent".</param>
/// <param name="Operation">AWS's name: "PutObject".</param>
/// <param name="Input">The request, by AWS's member names as they are on the wire.</param>
public sealed record PlannedCall(string Service, string Operation, System.Text.Json.Nodes.JsonObject Input);
