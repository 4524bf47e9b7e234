using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Portal.Access;

public sealed class SignInDeskTests : IAsyncLifetime
{
    private const string Email = "ada@example.com";
    private AccessBench bench = null!;
    private Actor administrator = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private SignInDesk Desk => bench.Get<SignInDesk>();

    public async ValueTask InitializeAsync()
    {
        bench = await AccessBench.StartAsync();
        administrator = await bench.AdministratorAsync(Email);
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Theory]
    [InlineData("ada@example.com")]
    [InlineData("  ADA@Example.com ")]
    public async Task SignIn_WithTheRightPassword_GivesTheActorAndIsAudited(string typed)
    {
        var standing = await Desk.SignInAsync(typed, AccessBench.Password, "192.0.2.1", Cancellation);

        Assert.Equal(administrator.UserId, standing.Actor.UserId);
        Assert.Equal(PortalRole.Administrator, standing.Actor.Role);
        var entry = (await bench.AuditAsync()).Last();
        Assert.Equal("sign-in", entry.Action);
        Assert.Equal(Email, entry.Email);
        Assert.Contains("192.0.2.1", entry.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_UnknownWrongAndClosed_SayTheSame()
    {
        var unknown = await RefusedAsync("nobody@example.com", AccessBench.Password);
        var wrong = await RefusedAsync(Email, "not the password");
        for (var attempt = 0; attempt < SignInDesk.MostFailures; attempt++) await RefusedAsync(Email, "not the password");
        var closed = await RefusedAsync(Email, AccessBench.Password);

        Assert.Equal(unknown, wrong);
        Assert.Equal(unknown, closed);
    }

    [Fact]
    public async Task SignIn_OfAnUnknownUser_VerifiesAHashAllTheSame()
    {
        var hasher = new CountingHasher();
        await using var counted = await AccessBench.StartAsync(configure: services => services.AddSingleton<IPasswordHasher<PortalUser>>(hasher));

        await Assert.ThrowsAsync<PortalProblemException>(() => counted.Get<SignInDesk>().SignInAsync("nobody@example.com", "whatever it is", null, Cancellation));

        Assert.Equal(1, hasher.Verified);
    }

    [Fact]
    public async Task SignIn_AfterFiveWrongPasswords_OpensAgainAfterFiveMinutes()
    {
        for (var attempt = 0; attempt < 5; attempt++) await RefusedAsync(Email, "not the password");
        await RefusedAsync(Email, AccessBench.Password);
        bench.Time.Advance(TimeSpan.FromMinutes(4.9));
        await RefusedAsync(Email, AccessBench.Password);
        bench.Time.Advance(TimeSpan.FromMinutes(0.2));

        await Desk.SignInAsync(Email, AccessBench.Password, null, Cancellation);
    }

    [Fact]
    public async Task SignIn_RightAfterFourWrong_StartsTheCountAnew()
    {
        for (var round = 0; round < 3; round++)
        {
            for (var attempt = 0; attempt < 4; attempt++) await RefusedAsync(Email, "not the password");
            await Desk.SignInAsync(Email, AccessBench.Password, null, Cancellation);
        }
    }

    [Fact]
    public async Task SignIn_ManyGuessesAtOnce_AreCountedBeforeAnyIsAnswered()
    {
        var guesses = Enumerable.Range(0, 20).Select(number => Assert.ThrowsAsync<PortalProblemException>(() => Desk.SignInAsync(Email, $"guess number {number}", null, Cancellation)));
        await Task.WhenAll(guesses);

        var reasons = (await bench.AuditAsync()).Where(entry => entry.Action == "sign-in.refused").ToList();
        Assert.Equal(5, reasons.Count(entry => entry.After!.Contains("wrong password\"", StringComparison.Ordinal)));
        Assert.Equal(15, reasons.Count(entry => entry.After!.Contains("closed after", StringComparison.Ordinal)));
        await RefusedAsync(Email, AccessBench.Password);
    }

    [Fact]
    public async Task SignIn_OfADisabledUser_IsToldOnlyToWhoKnowsThePassword()
    {
        var users = bench.Get<UserDirectory>();
        var viewer = await users.AddAsync(administrator, "vera@example.com", AccessBench.Password, PortalRole.Viewer, [], Cancellation);
        await users.SetDisabledAsync(administrator, viewer, disabled: true, Cancellation);

        Assert.Equal("SignInRefused", (await RefusedAsync("vera@example.com", "not the password")).Code);
        Assert.Equal("AccountDisabled", (await RefusedAsync("vera@example.com", AccessBench.Password)).Code);
    }

    [Fact]
    public async Task SignIn_Refused_NeverWritesDownWhatWasTyped()
    {
        await RefusedAsync("MyPassw0rd-in-the-wrong-field", "typed secret");
        await RefusedAsync(Email, "typed secret");

        foreach (var entry in await bench.AuditAsync())
        {
            var text = $"{entry.Email} {entry.Subject} {entry.Before} {entry.After}";
            Assert.DoesNotContain("typed secret", text, StringComparison.Ordinal);
            Assert.DoesNotContain("MyPassw0rd", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task SignOut_IsAudited()
    {
        await Desk.SignOutAsync(administrator.UserId, Cancellation);
        Assert.Equal("sign-out", (await bench.AuditAsync()).Last().Action);
    }

    private async Task<PortalProblem> RefusedAsync(string email, string password) =>
        (await Assert.ThrowsAsync<PortalProblemException>(() => Desk.SignInAsync(email, password, "192.0.2.1", Cancellation))).Problem;

    private sealed class CountingHasher : IPasswordHasher<PortalUser>
    {
        private readonly PasswordHasher<PortalUser> real = new();

        public int Verified { get; private set; }

        public string HashPassword(PortalUser user, string password) => real.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(PortalUser user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
