using System.Text.Json;
using Xunit;

namespace Portal.Access;

public sealed class UserDirectoryTests : IAsyncLifetime
{
    private AccessBench bench = null!;
    private Actor administrator = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private UserDirectory Users => bench.Get<UserDirectory>();

    public async ValueTask InitializeAsync()
    {
        bench = await AccessBench.StartAsync();
        administrator = await bench.AdministratorAsync();
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task Add_AnOperator_BindsHimToHisTenantsAlone()
    {
        var (mine, other) = (await bench.TenantAsync("alpha"), await bench.TenantAsync("beta"));

        var id = await Users.AddAsync(administrator, "otto@example.com", AccessBench.Password, PortalRole.Operator, [mine], Cancellation);

        var actor = (await bench.Get<ActorDirectory>().FindAsync(id, Cancellation))!;
        Assert.True(actor.May(Permission.WriteDocuments, mine));
        Assert.False(actor.May(Permission.ReadTenant, other));
        Assert.Equal(["ada@example.com", "otto@example.com"], (await Users.ListAsync(administrator, Cancellation)).Select(user => user.Email));
    }

    [Fact]
    public async Task Add_ATakenAddress_IsRefusedInWhateverCase()
    {
        await Users.AddAsync(administrator, "otto@example.com", AccessBench.Password, PortalRole.Viewer, [], Cancellation);
        var problem = await RefusedAsync(() => Users.AddAsync(administrator, "OTTO@example.com", AccessBench.Password, PortalRole.Viewer, [], Cancellation));
        Assert.Equal(("EmailTaken", "Email"), (problem.Code, problem.Field));
    }

    [Fact]
    public async Task Add_TheSameAddressTwiceAtOnce_MakesOneUser()
    {
        var codes = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                await Users.AddAsync(administrator, "otto@example.com", AccessBench.Password, PortalRole.Viewer, [], Cancellation);
                return "added";
            }
            catch (PortalProblemException refused)
            {
                return refused.Problem.Code;
            }
        }));
        Assert.Equal(["EmailTaken", "EmailTaken", "EmailTaken", "added"], codes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Add_AnOperatorWithoutTenant_IsRefused() =>
        Assert.Equal("Tenants", (await RefusedAsync(() => Users.AddAsync(administrator, "otto@example.com", AccessBench.Password, PortalRole.Operator, [], Cancellation))).Field);

    [Fact]
    public async Task Add_AnOperatorOfNoSuchTenant_IsRefusedAndLeavesNoUser()
    {
        await RefusedAsync(() => Users.AddAsync(administrator, "otto@example.com", AccessBench.Password, PortalRole.Operator, [Guid.NewGuid()], Cancellation));
        Assert.Single(await Users.ListAsync(administrator, Cancellation));
    }

    [Fact]
    public async Task ChangeRights_CountsAtOnceAndIsAuditedBeforeAndAfter()
    {
        var tenant = await bench.TenantAsync("alpha");
        var id = await Users.AddAsync(administrator, "otto@example.com", AccessBench.Password, PortalRole.Viewer, [], Cancellation);
        var signedIn = (await bench.Get<ActorDirectory>().FindStandingAsync(id, Cancellation))!.ToPrincipal();

        await Users.ChangeRightsAsync(administrator, id, PortalRole.Operator, [tenant], Cancellation);

        var now = (await bench.Get<ActorDirectory>().FindStandingAsync(id, Cancellation))!;
        Assert.True(now.Honours(signedIn));
        Assert.False(now.IsUnchangedSince(signedIn));
        Assert.True(now.Actor.May(Permission.WriteDocuments, tenant));
        var entry = (await bench.AuditAsync()).Last();
        Assert.Equal(("user.change", "otto@example.com"), (entry.Action, entry.Subject));
        Assert.Equal("Viewer", JsonDocument.Parse(entry.Before!).RootElement.GetProperty("role").GetString());
        Assert.Equal(tenant, JsonDocument.Parse(entry.After!).RootElement.GetProperty("tenantIds")[0].GetGuid());
    }

    [Fact]
    public async Task SetDisabled_VoidsSignInsAtOnce_AndEnablingDoesNotRestoreThem()
    {
        var id = await Users.AddAsync(administrator, "vera@example.com", AccessBench.Password, PortalRole.Viewer, [], Cancellation);
        var actors = bench.Get<ActorDirectory>();
        var signedIn = (await actors.FindStandingAsync(id, Cancellation))!.ToPrincipal();

        await Users.SetDisabledAsync(administrator, id, disabled: true, Cancellation);
        Assert.Null(await actors.FindStandingAsync(id, Cancellation));
        await Users.SetDisabledAsync(administrator, id, disabled: false, Cancellation);

        Assert.False((await actors.FindStandingAsync(id, Cancellation))!.Honours(signedIn));
    }

    [Fact]
    public async Task SetPassword_EndsSignInsAndOpensAClosedAccount()
    {
        var id = await Users.AddAsync(administrator, "vera@example.com", AccessBench.Password, PortalRole.Viewer, [], Cancellation);
        var actors = bench.Get<ActorDirectory>();
        var desk = bench.Get<SignInDesk>();
        var signedIn = (await actors.FindStandingAsync(id, Cancellation))!.ToPrincipal();
        for (var attempt = 0; attempt < 5; attempt++) await RefusedAsync(() => desk.SignInAsync("vera@example.com", "not the password", null, Cancellation));

        await Users.SetPasswordAsync(administrator, id, "an altogether other one", Cancellation);

        Assert.False((await actors.FindStandingAsync(id, Cancellation))!.Honours(signedIn));
        await desk.SignInAsync("vera@example.com", "an altogether other one", null, Cancellation);
        await RefusedAsync(() => desk.SignInAsync("vera@example.com", AccessBench.Password, null, Cancellation));
        Assert.Equal("Password", (await RefusedAsync(() => Users.SetPasswordAsync(administrator, id, "vera@example.com", Cancellation))).Field);
    }

    [Fact]
    public async Task TheLastAdministrator_CanBeNeitherDisabledNorDemoted()
    {
        Assert.Equal("LastAdministrator", (await RefusedAsync(() => Users.SetDisabledAsync(administrator, administrator.UserId, disabled: true, Cancellation))).Code);
        Assert.Equal("LastAdministrator", (await RefusedAsync(() => Users.ChangeRightsAsync(administrator, administrator.UserId, PortalRole.Viewer, [], Cancellation))).Code);
        Assert.True((await bench.Get<ActorDirectory>().FindAsync(administrator.UserId, Cancellation))!.May(Permission.ManageUsers));
    }

    [Fact]
    public async Task TwoAdministrators_DemotingEachOtherAtOnce_LeaveOne()
    {
        var second = await Users.AddAsync(administrator, "bob@example.com", AccessBench.Password, PortalRole.Administrator, [], Cancellation);
        var bob = (await bench.Get<ActorDirectory>().FindAsync(second, Cancellation))!;

        var outcomes = await Task.WhenAll(
            OutcomeAsync(() => Users.ChangeRightsAsync(administrator, second, PortalRole.Viewer, [], Cancellation)),
            OutcomeAsync(() => Users.ChangeRightsAsync(bob, administrator.UserId, PortalRole.Viewer, [], Cancellation)));

        Assert.Equal(["LastAdministrator", "done"], outcomes.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(PortalRole.Viewer)]
    [InlineData(PortalRole.Operator)]
    public async Task AnyoneElse_MayDoNothingToUsers(PortalRole role)
    {
        var actor = new Actor(Guid.NewGuid(), "x@example.com", role, new HashSet<Guid>());
        Func<Task>[] calls =
        [
            () => Users.ListAsync(actor, Cancellation),
            () => Users.AddAsync(actor, "y@example.com", AccessBench.Password, PortalRole.Administrator, [], Cancellation),
            () => Users.ChangeRightsAsync(actor, administrator.UserId, PortalRole.Viewer, [], Cancellation),
            () => Users.SetDisabledAsync(actor, administrator.UserId, disabled: true, Cancellation),
            () => Users.SetPasswordAsync(actor, administrator.UserId, AccessBench.Password, Cancellation),
        ];
        foreach (var call in calls) Assert.Equal(ProblemKind.Forbidden, (await RefusedAsync(call)).Kind);
    }

    private static async Task<PortalProblem> RefusedAsync(Func<Task> call) => (await Assert.ThrowsAsync<PortalProblemException>(call)).Problem;

    private static async Task<string> OutcomeAsync(Func<Task> call)
    {
        try
        {
            await call();
            return "done";
        }
        catch (PortalProblemException refused)
        {
            return refused.Problem.Code;
        }
    }
}
