using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Testing;
using Xunit;

namespace Portal.Operations;

public sealed class OperationTests : IAsyncLifetime
{
    private readonly PortalFixture portal = new();
    private readonly Script script = new();

    public OperationTests() => portal.Configure = services => services.AddSingleton(script).AddOperation<Scripted>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private OperationDesk Desk => portal.Get<OperationDesk>();

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Start_WhenAllStepsSucceed_EndsSucceededWithEveryStepDone()
    {
        var operation = await EndOfAsync(await StartAsync());

        Assert.Equal(OperationStatus.Succeeded, operation.Status);
        Assert.All(operation.Steps, step => Assert.Equal(StepStatus.Done, step.Status));
        Assert.Equal(["do one", "do two"], script.Trace);
    }

    [Fact]
    public async Task Start_WhenAStepFails_KeepsTheProblemAndResumesFromThatStep()
    {
        script.On("do two", () => throw new PortalProblemException(new("Quota", "No more.", "Ask for more.")));
        var id = await StartAsync();
        var failed = await EndOfAsync(id);
        Assert.Equal((OperationStatus.Failed, "Quota"), (failed.Status, failed.Problem?.Code));

        script.On("do two", () => { });
        await Desk.ResumeAsync(Actor.Portal, id, Cancellation);

        Assert.Equal(OperationStatus.Succeeded, (await EndOfAsync(id)).Status);
        Assert.Equal(["do one", "do two", "do two"], script.Trace);
    }

    [Fact]
    public async Task Cancel_AFailedOperation_UndoesTheStepsLastFirst()
    {
        script.On("do two", () => throw new PortalProblemException(new("Quota", "No more.", "Ask for more.")));
        var id = await StartAsync();
        await EndOfAsync(id);

        await Desk.CancelAsync(Actor.Portal, id, Cancellation);

        var undone = await Eventually.HoldsAsync(() => Desk.GetAsync(Actor.Portal, id), operation => operation.Status == OperationStatus.Undone, "it is undone", Cancellation);
        Assert.All(undone.Steps, step => Assert.Equal(StepStatus.Undone, step.Status));
        Assert.Equal(["do one", "do two", "undo two", "undo one"], script.Trace);
    }

    [Fact]
    public async Task Cancel_WhileAStepRuns_StopsItAndUndoes()
    {
        var reached = new TaskCompletionSource();
        script.OnAsync("do two", async token =>
        {
            reached.TrySetResult();
            await new TaskCompletionSource().Task.WaitAsync(token);
        });
        var id = await StartAsync();
        await reached.Task.WaitAsync(Cancellation);

        await Desk.CancelAsync(Actor.Portal, id, Cancellation);

        var ended = await EndOfAsync(id);
        Assert.Equal(OperationStatus.Undone, ended.Status);
    }

    [Fact]
    public async Task Restart_WhileAStepRuns_GoesOnWithThatStepAndKeepsItsFacts()
    {
        var reached = new TaskCompletionSource();
        script.OnAsync("do two", async token =>
        {
            reached.TrySetResult();
            await new TaskCompletionSource().Task.WaitAsync(token);
        });
        var id = await StartAsync();
        await reached.Task.WaitAsync(Cancellation);
        script.On("do two", () => { });

        await portal.RestartAsync();

        Assert.Equal(OperationStatus.Succeeded, (await EndOfAsync(id)).Status);
        Assert.Equal(["do one", "do two", "do two"], script.Trace);
        Assert.Single(script.Tokens.Distinct());
    }

    [Fact]
    public async Task Start_TwiceWithOneDedupeKey_IsOneOperation()
    {
        var gate = new TaskCompletionSource();
        script.OnAsync("do one", token => gate.Task.WaitAsync(token));
        var first = await StartAsync("same");
        var second = await StartAsync("same");
        gate.SetResult();

        Assert.Equal(first, second);
        await EndOfAsync(first);
        Assert.NotEqual(first, await StartAsync("same"));
    }

    [Fact]
    public async Task Start_WithoutTheRight_IsForbidden()
    {
        var viewer = new Actor(Guid.NewGuid(), "viewer@example.com", PortalRole.Viewer, new HashSet<Guid>());
        var refusal = await Assert.ThrowsAsync<PortalProblemException>(() => Desk.StartAsync<Scripted, Nothing>(viewer, new Nothing(), [], null, Cancellation));
        Assert.Equal(ProblemKind.Forbidden, refusal.Problem.Kind);
    }

    [Fact]
    public async Task Get_ByAnOperatorOfAnotherTenant_IsNotFound()
    {
        var mine = Guid.NewGuid();
        var id = await Desk.StartAsync<Scripted, Nothing>(Actor.Portal, new Nothing(), [mine], null, Cancellation);
        var stranger = new Actor(Guid.NewGuid(), "b@example.com", PortalRole.Operator, new HashSet<Guid> { Guid.NewGuid() });

        var refusal = await Assert.ThrowsAsync<PortalProblemException>(() => Desk.GetAsync(stranger, id, Cancellation));

        Assert.Equal(ProblemKind.NotFound, refusal.Problem.Kind);
        Assert.Empty(await Desk.ListAsync(stranger, openOnly: false, cancellation: Cancellation));
        Assert.Single(await Desk.ListAsync(stranger with { TenantIds = new HashSet<Guid> { mine } }, openOnly: false, cancellation: Cancellation));
    }

    [Fact]
    public async Task Feed_WhenAStepEnds_TellsItsListeners()
    {
        var heard = new ConcurrentBag<Guid>();
        using var subscription = portal.Get<OperationFeed>().Subscribe(heard.Add);
        var id = await StartAsync();
        await EndOfAsync(id);
        await Eventually.HoldsAsync(() => Task.FromResult(heard.Count(one => one == id)), count => count >= 3, "the feed told of the operation", Cancellation);
    }

    private Task<Guid> StartAsync(string? dedupeKey = null) => Desk.StartAsync<Scripted, Nothing>(Actor.Portal, new Nothing(), [], dedupeKey, Cancellation);

    private Task<OperationRecord> EndOfAsync(Guid id) =>
        Eventually.HoldsAsync(() => Desk.GetAsync(Actor.Portal, id, Cancellation), operation => operation.FinishedAt is not null, "the operation has ended", Cancellation);

    private sealed record Nothing;

    private sealed class Script
    {
        private readonly ConcurrentDictionary<string, Func<CancellationToken, Task>> acts = new();

        public ConcurrentQueue<string> Trace { get; } = new();

        public ConcurrentQueue<string> Tokens { get; } = new();

        public void On(string act, Action what) => acts[act] = _ =>
        {
            what();
            return Task.CompletedTask;
        };

        public void OnAsync(string act, Func<CancellationToken, Task> what) => acts[act] = what;

        public Task PlayAsync(string act, CancellationToken cancellation)
        {
            Trace.Enqueue(act);
            return acts.TryGetValue(act, out var what) ? what(cancellation) : Task.CompletedTask;
        }
    }

    private sealed class Scripted(Script script) : OperationKind<Nothing>
    {
        public override string Name => "test.scripted";

        public override Permission Needs => Permission.SyncTenant;

        public override string Title(Nothing input) => "A scripted operation";

        public override IReadOnlyList<OperationStep> Steps(Nothing input) => [Step("one"), Step("two")];

        private OperationStep Step(string name) => new(
            name,
            $"Step {name}",
            async (context, token) =>
            {
                if (name == "two") script.Tokens.Enqueue(await context.ClientTokenAsync("token", token));
                await script.PlayAsync("do " + name, token);
            },
            (_, token) => script.PlayAsync("undo " + name, token));
    }
}
