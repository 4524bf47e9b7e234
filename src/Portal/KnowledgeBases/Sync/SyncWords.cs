using System.Globalization;

namespace Portal.KnowledgeBases.Sync;

/// <summary>What is said of a sync. Operations are seen by operators of one of the tenants that share it, so these words count and never name.</summary>
public static class SyncWords
{
    /// <summary>Whether AWS will not change this status any more.</summary>
    public static bool IsEnd(string status) => status is "COMPLETE" or "FAILED" or "STOPPED";

    /// <summary>One line of progress or outcome.</summary>
    public static string Progress(SyncRun run) => run.Statistics is { } figures
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{figures.Scanned:N0} scanned: {figures.New:N0} new, {figures.Modified:N0} changed, {figures.Deleted:N0} deleted, {figures.Skipped:N0} skipped, {figures.Failed:N0} failed")
        : "AWS has accepted the sync";

    /// <summary>The problem of a job that ended otherwise than COMPLETE.</summary>
    internal static PortalProblem NotCompleted(string status) => status == "STOPPED"
        ? new("STOPPED", "The sync was stopped before its end, not by this operation.", "Start it again; what was indexed stays indexed.", ProblemKind.Service)
        : new("FAILED", "AWS ended the sync as FAILED.", "Read the failure reasons of the sync, mend their cause, and start it again.", ProblemKind.Service);
}
