using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Portal.Access;

public sealed class ActorDirectoryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FindStanding_OfARightTakenElsewhere_IsGoneAfterFiveSeconds()
    {
        await using var bench = await AccessBench.StartAsync();
        var id = (await bench.AdministratorAsync()).UserId;
        var actors = bench.Get<ActorDirectory>();
        Assert.NotNull(await actors.FindStandingAsync(id, Cancellation));

        // As another portal on the same database does it.
        await using (var db = await bench.Database.OpenAsync(Cancellation))
            await db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.Disabled, true), Cancellation);

        Assert.NotNull(await actors.FindStandingAsync(id, Cancellation));
        Assert.Null(await actors.FindAsync(id, Cancellation));
        bench.Time.Advance(TimeSpan.FromSeconds(5.1));
        Assert.Null(await actors.FindStandingAsync(id, Cancellation));
    }

    [Fact]
    public async Task Standing_HonoursOnlyItsOwnSignIns()
    {
        await using var bench = await AccessBench.StartAsync();
        var administrator = await bench.AdministratorAsync();
        var standing = (await bench.Get<ActorDirectory>().FindStandingAsync(administrator.UserId, Cancellation))!;
        var principal = standing.ToPrincipal();

        Assert.True(standing.Honours(principal));
        Assert.True(standing.IsUnchangedSince(principal));
        Assert.False((standing with { SecurityStamp = "another" }).Honours(principal));
        Assert.False((standing with { Actor = administrator with { UserId = Guid.NewGuid() } }).Honours(principal));
        Assert.False((standing with { Actor = administrator with { Role = PortalRole.Viewer } }).IsUnchangedSince(principal));
        Assert.False((standing with { Actor = administrator with { TenantIds = new HashSet<Guid> { Guid.NewGuid() } } }).IsUnchangedSince(principal));
    }

    [Fact]
    public async Task DataProtection_AfterARestart_ReadsWhatItWrote()
    {
        await using var bench = await AccessBench.StartAsync();
        var written = bench.Get<IDataProtectionProvider>().CreateProtector("cookie").Protect("signed in");
        await bench.RestartAsync();
        Assert.Equal("signed in", bench.Get<IDataProtectionProvider>().CreateProtector("cookie").Unprotect(written));
    }
}
