using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Aws;
using Portal.Data;
using Portal.Tenants;
using Xunit;

namespace Portal.Web.Access;

public sealed class CircuitSessionTests : IAsyncLifetime
{
    private WebPortal portal = null!;
    private Actor administrator = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        portal = await WebPortal.StartSetUpAsync("--Portal:Access:RevalidationInterval=00:00:00.1");
        administrator = await portal.AdministratorAsync();
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public Task ADisabledUser_LosesTheOpenCircuit() => EndsAfterAsync((users, id) => users.SetDisabledAsync(administrator, id, disabled: true, Cancellation));

    [Fact]
    public Task ARemovedRole_EndsTheOpenCircuit() => EndsAfterAsync((users, id) => users.ChangeRightsAsync(administrator, id, PortalRole.Viewer, [], Cancellation));

    [Fact]
    public Task AnotherPassword_EndsTheOpenCircuit() => EndsAfterAsync((users, id) => users.SetPasswordAsync(administrator, id, "an altogether other one", Cancellation));

    [Fact]
    public Task AnotherTenant_EndsTheOpenCircuit() => EndsAfterAsync(async (users, id) =>
        await users.ChangeRightsAsync(administrator, id, PortalRole.Operator, [await TenantAsync("beta")], Cancellation));

    [Fact]
    public async Task AnUntouchedUser_KeepsTheCircuitWhileAnotherLosesHis()
    {
        await using var mine = await OpenAsync(await UserAsync("otto@example.com"));
        var other = await UserAsync("olga@example.com");
        await using var theirs = await OpenAsync(other);

        await portal.Get<UserDirectory>().SetDisabledAsync(administrator, other, disabled: true, Cancellation);

        await theirs.Ended.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        Assert.False(mine.Ended.IsCompleted);
        Assert.Equal("otto@example.com", (await mine.Actor.GetAsync(Cancellation)).Email);
    }

    [Fact]
    public async Task TheInterval_IsAtMostHalfAMinute()
    {
        var problem = await Assert.ThrowsAsync<Portal.Postgres.StartProblemException>(() => WebPortal.StartSetUpAsync("--Portal:Access:RevalidationInterval=00:01:00"));
        Assert.Contains("Portal:Access:RevalidationInterval", problem.Message, StringComparison.Ordinal);
        Assert.InRange(new AccessOptions().RevalidationInterval, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    private async Task EndsAfterAsync(Func<UserDirectory, Guid, Task> change)
    {
        var id = await UserAsync("otto@example.com");
        await using var circuit = await OpenAsync(id);
        Assert.Equal(PortalRole.Operator, (await circuit.Actor.GetAsync(Cancellation)).Role);

        await change(portal.Get<UserDirectory>(), id);

        await circuit.Ended.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        Assert.Null(await circuit.Actor.FindAsync(Cancellation));
    }

    private async Task<Guid> UserAsync(string email) =>
        await portal.Get<UserDirectory>().AddAsync(administrator, email, WebPortal.Password, PortalRole.Operator, [await TenantAsync("alpha")], Cancellation);

    private async Task<Circuit> OpenAsync(Guid userId)
    {
        var standing = (await portal.Get<ActorDirectory>().FindStandingAsync(userId, Cancellation))!;
        var scope = portal.Services.CreateAsyncScope();
        var provider = scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        ((IHostEnvironmentAuthenticationStateProvider)provider).SetAuthenticationState(Task.FromResult(new AuthenticationState(standing.ToPrincipal())));
        provider.AuthenticationStateChanged += async state =>
        {
            if ((await state).User.Identity?.IsAuthenticated != true) ended.TrySetResult();
        };
        return new Circuit(scope, ended.Task);
    }

    private async Task<Guid> TenantAsync(string name)
    {
        await using var db = await portal.Get<PortalDatabase>().OpenAsync(Cancellation);
        if (await db.Set<Tenant>().FirstOrDefaultAsync(tenant => tenant.Slug == name, Cancellation) is { } known) return known.Id;
        var connection = await portal.Get<ConnectionGuard>().CurrentAsync(Cancellation);
        var id = Guid.CreateVersion7();
        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO tenant (id, connection_id, slug, name, prefix, attribute_value, state, sharing, folders, schema, created_at, slug_folded, prefix_folded, attribute_value_folded)
             VALUES ({id}, {connection.Id}, {name}, {name}, {"customer-data/" + name + "/"}, {name}, 'Active', 'Shared', ARRAY[]::text[], '[]'::jsonb, now(), {name}, {"customer-data/" + name + "/"}, {name})
             """,
            Cancellation);
        return id;
    }

    private sealed class Circuit(AsyncServiceScope scope, Task ended) : IAsyncDisposable
    {
        public Task Ended { get; } = ended;

        public CurrentActor Actor { get; } = scope.ServiceProvider.GetRequiredService<CurrentActor>();

        public ValueTask DisposeAsync() => scope.DisposeAsync();
    }
}
