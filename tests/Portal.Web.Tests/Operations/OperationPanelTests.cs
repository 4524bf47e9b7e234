using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Data;
using Portal.Operations;
using Portal.Web.Access;
using Xunit;

namespace Portal.Web.Operations;

public sealed class OperationPanelTests : PageTest
{
    private readonly Guid tenant = Guid.NewGuid();

    [Fact]
    public async Task AFailedOperation_ShowsWhatFailedAndOffersResumeAndUndo()
    {
        var page = await ShowAsync(OperationStatus.Failed, new PortalProblem("ThrottlingException", "AWS is throttling.", "Wait a moment.", ProblemKind.Service, "request-7"));

        page.WaitForAssertion(() => Assert.Contains("AWS is throttling.", page.Markup, StringComparison.Ordinal));
        Assert.Contains("request-7", page.Markup, StringComparison.Ordinal);
        Assert.Equal(["Resume", "Undo what was done"], Buttons(page));
    }

    [Fact]
    public async Task ARunningOperation_ShowsItsStepsAndOffersCancel()
    {
        var page = await ShowAsync(OperationStatus.Running, null);

        page.WaitForAssertion(() => Assert.Equal(["First", "Second"], page.FindAll(".step-title").Select(title => title.TextContent)));
        Assert.Contains("3 of 7 documents", page.Markup, StringComparison.Ordinal);
        Assert.Equal(["Cancel and undo"], Buttons(page));
    }

    [Fact]
    public async Task ASucceededOperation_OffersNothingToStop()
    {
        var page = await ShowAsync(OperationStatus.Succeeded, null);

        page.WaitForAssertion(() => Assert.Contains("Done", page.Markup, StringComparison.Ordinal));
        Assert.Empty(Buttons(page));
    }

    [Fact]
    public async Task AnOperationOfAnotherTenant_LooksLikeNone()
    {
        As(PortalRole.Operator);
        var page = await ShowAsync(OperationStatus.Running, null);

        page.WaitForAssertion(() => Assert.Contains("There is no such operation.", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("First", page.Markup, StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<OperationPanel>> ShowAsync(OperationStatus status, PortalProblem? problem)
    {
        Services.AddSingleton(Portal.Get<OperationDesk>()).AddSingleton(Portal.Get<OperationFeed>());
        var now = TimeProvider.System.GetUtcNow();
        var operation = new OperationRecord
        {
            Id = Guid.CreateVersion7(),
            Kind = "test.none",
            Title = "A piece of work",
            Input = "{}",
            Status = status,
            TenantIds = [tenant],
            StartedByEmail = "someone@example.com",
            CreatedAt = now,
            FinishedAt = status == OperationStatus.Running ? null : now,
            Message = "3 of 7 documents",
            Fraction = 3 / 7d,
            Problem = problem,
            // Held by somebody, so that the runner leaves it as it is.
            LeaseOwner = Guid.NewGuid(),
            LeaseUntil = now.AddHours(1),
            Steps =
            [
                new() { Number = 0, Name = "one", Title = "First", Status = StepStatus.Done, StartedAt = now, FinishedAt = now },
                new() { Number = 1, Name = "two", Title = "Second", Status = status == OperationStatus.Succeeded ? StepStatus.Done : StepStatus.Running, StartedAt = now },
            ],
        };
        await using (var db = await Portal.Get<PortalDatabase>().OpenAsync(Cancellation))
        {
            db.Add(operation);
            await db.SaveChangesAsync(Cancellation);
        }

        return Render<OperationPanel>(parameters => parameters.Add(panel => panel.Id, operation.Id));
    }

    private static IEnumerable<string> Buttons(IRenderedComponent<OperationPanel> page) => page.FindAll("button.button").Select(button => button.TextContent.Trim());
}
