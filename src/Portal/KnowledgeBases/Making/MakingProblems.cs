namespace Portal.KnowledgeBases.Making;

internal static class MakingProblems
{
    public static PortalProblem NotMade(string what, string status, List<string>? reasons) => new(
        status, $"AWS could not make the {what}; its status is {status}.{Words(reasons)}", "Mend the cause, undo this operation and start it again.", ProblemKind.Service);

    public static PortalProblem NotDeleted(string what, List<string>? reasons) => new(
        "DELETE_UNSUCCESSFUL", $"AWS could not delete the {what}.{Words(reasons)}", "Mend the cause and undo again.", ProblemKind.Service);

    private static string Words(List<string>? reasons) => reasons is { Count: > 0 } ? $" AWS says: {string.Join("; ", reasons)}" : "";
}
