using Microsoft.AspNetCore.Components;
using Portal.Settings.Preflight;
using Portal.Web.Access;
using Portal.Web.Ui.Loading;
using Portal.Web.Ui.Values;

namespace Portal.Web.Settings;

/// <summary>What the portal may do on its connection, found out by harmless calls.</summary>
public sealed partial class PreflightPage(CurrentActor actor, PreflightInspector inspector) : ComponentBase
{
    private LoadPanel<PreflightReport>? _panel;

    private async Task<PreflightReport> RunAsync(CancellationToken cancellation) => await inspector.RunAsync(await actor.GetAsync(cancellation), cancellation);

    private static string Facts(PreflightReport report) => string.Join(", ", new[]
    {
        Part(report, PreflightOutcome.Passed, "passed"), Part(report, PreflightOutcome.Failed, "failed"), Part(report, PreflightOutcome.Warned, "to look at"),
        Part(report, PreflightOutcome.Skipped, "skipped"), Part(report, PreflightOutcome.CannotBeChecked, "cannot be checked"),
    }.OfType<string>());

    private static string? Part(PreflightReport report, PreflightOutcome outcome, string words) => report.Count(outcome) is > 0 and var count ? $"{Figures.Count(count)} {words}" : null;
}
