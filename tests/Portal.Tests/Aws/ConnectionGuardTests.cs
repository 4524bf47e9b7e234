using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.LocalCloud.Pipeline;
using Portal.Operations;
using Portal.Testing;
using Xunit;

namespace Portal.Aws;

public sealed class ConnectionGuardTests : IAsyncLifetime
{
    private readonly PortalFixture portal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ConnectionGuard Guard => portal.Get<ConnectionGuard>();

    public ConnectionGuardTests() => portal.Configure = services => services.AddOperation<Idle>();

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Check_WithTheRecordedIdentity_IsWritable()
    {
        var state = await Guard.CheckAsync(TimeSpan.Zero, Cancellation);

        Assert.Null(state.Problem);
        Assert.Equal("000000000000", state.Connection!.AccountId);
        Assert.Equal(state.Connection.Id, await Guard.DemandWritableNowAsync(Cancellation));
    }

    [Fact]
    public async Task Demand_WithAnotherAccountsCredentials_IsRefusedForWritingAndOperations()
    {
        await RecordAsync(connection => connection.AccountId = "111122223333");

        var refusal = await Assert.ThrowsAsync<PortalProblemException>(() => Guard.DemandWritableNowAsync(Cancellation));
        Assert.Equal("ForeignIdentity", refusal.Problem.Code);
        Assert.Contains("belongs to account 111122223333", refusal.Problem.Sentence, StringComparison.Ordinal);

        refusal = await Assert.ThrowsAsync<PortalProblemException>(() => portal.Get<OperationDesk>().StartAsync<Idle, int>(Actor.Portal, 1, [], null, Cancellation));
        Assert.Equal("ForeignIdentity", refusal.Problem.Code);
    }

    [Fact]
    public async Task Resume_OfWorkFromAnotherAccount_FailsBeforeItsFirstStep()
    {
        var connection = await Guard.CurrentAsync(Cancellation);
        await RecordAsync(recorded => recorded.AccountId = "111122223333");
        var id = Guid.CreateVersion7();
        await using (var db = await portal.Get<PortalDatabase>().OpenAsync(Cancellation))
        {
            db.Add(new OperationRecord
            {
                Id = id,
                Kind = Idle.KindName,
                Title = "Left over",
                Input = "1",
                Status = OperationStatus.Running,
                ConnectionId = connection.Id,
                StartedByEmail = "portal",
                CreatedAt = TimeProvider.System.GetUtcNow(),
                Steps = [new OperationStepRecord { Number = 0, Name = "idle", Title = "Idle" }],
            });
            await db.SaveChangesAsync(Cancellation);
        }

        await portal.RestartAsync();

        var ended = await Eventually.HoldsAsync(() => portal.Get<OperationDesk>().GetAsync(Actor.Portal, id, Cancellation), operation => operation.FinishedAt is not null, "it has ended", Cancellation);
        Assert.Equal((OperationStatus.Failed, "ForeignIdentity"), (ended.Status, ended.Problem?.Code));
        Assert.Equal(StepStatus.Pending, Assert.Single(ended.Steps).Status);
    }

    [Fact]
    public async Task Check_WhenAwsRefusesTheIdentity_IsReadOnlyAndSaysWhy()
    {
        portal.Cloud.Faults.Arm(new ArmedFault { On = "GetCallerIdentity", Kind = FaultKind.Error, Code = "ExpiredToken", StatusCode = 403 });

        var state = await Guard.CheckAsync(TimeSpan.Zero, Cancellation);

        Assert.Equal("ExpiredToken", state.Problem!.Code);
        Assert.Contains("read-only", state.Problem.Sentence, StringComparison.Ordinal);
        Assert.NotNull(state.Problem.AwsRequestId);
    }

    private async Task RecordAsync(Action<AwsConnection> change)
    {
        await Guard.CurrentAsync(Cancellation);
        await using var db = await portal.Get<PortalDatabase>().OpenAsync(Cancellation);
        change(await db.Set<AwsConnection>().SingleAsync(Cancellation));
        await db.SaveChangesAsync(Cancellation);
        await Guard.CheckAsync(TimeSpan.Zero, Cancellation);
    }

    private sealed class Idle : OperationKind<int>
    {
        public const string KindName = "test.idle";

        public override string Name => KindName;

        public override Permission Needs => Permission.ManageTenants;

        public override string Title(int input) => "Idle";

        public override IReadOnlyList<OperationStep> Steps(int input) => [new("idle", "Idle", (_, _) => Task.CompletedTask)];
    }
}
