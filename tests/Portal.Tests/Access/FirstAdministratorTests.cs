using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Postgres;
using Xunit;

namespace Portal.Access;

public sealed class FirstAdministratorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SetUp_WithTheCode_MakesTheAdministratorWhoCanSignIn()
    {
        await using var bench = await AccessBench.StartAsync();
        var first = bench.Get<FirstAdministrator>();
        Assert.True(await first.IsNeededAsync(Cancellation));
        var code = await first.PrepareAsync(Cancellation);

        var standing = await first.SetUpAsync($" {code!.ToLowerInvariant().Replace('-', ' ')} ", "ada@example.com", AccessBench.Password, loadSample: true, Cancellation);

        Assert.Equal(PortalRole.Administrator, standing.Actor.Role);
        Assert.False(await first.IsNeededAsync(Cancellation));
        await bench.Get<SignInDesk>().SignInAsync("ada@example.com", AccessBench.Password, null, Cancellation);
        Assert.Equal(["setup", "sign-in"], (await bench.AuditAsync()).Select(entry => entry.Action));
    }

    [Fact]
    public async Task Prepare_AfterARestart_VoidsTheFormerCode()
    {
        await using var bench = await AccessBench.StartAsync();
        var former = await bench.Get<FirstAdministrator>().PrepareAsync(Cancellation);
        await bench.RestartAsync();
        var code = await bench.Get<FirstAdministrator>().PrepareAsync(Cancellation);

        Assert.NotEqual(former, code);
        Assert.Equal("WrongSetupCode", (await RefusedAsync(bench, former!)).Code);
        await bench.Get<FirstAdministrator>().SetUpAsync(code!, "ada@example.com", AccessBench.Password, loadSample: false, Cancellation);
        await bench.RestartAsync();
        Assert.Null(await bench.Get<FirstAdministrator>().PrepareAsync(Cancellation));
    }

    [Fact]
    public async Task Prepare_KeepsOnlyAHashOfTheCode()
    {
        await using var bench = await AccessBench.StartAsync();
        var code = (await bench.Get<FirstAdministrator>().PrepareAsync(Cancellation))!;

        await using var db = await bench.Database.OpenAsync(Cancellation);
        var row = await db.Set<FirstStartRow>().SingleAsync(Cancellation);
        Assert.Equal(32, row.CodeHash!.Length);
        Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), Convert.ToHexString(row.CodeHash), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SetUp_TwiceAtOnce_MakesOneAdministrator()
    {
        await using var bench = await AccessBench.StartAsync();
        var first = bench.Get<FirstAdministrator>();
        var code = (await first.PrepareAsync(Cancellation))!;

        var attempts = await Task.WhenAll(Enumerable.Range(0, 4).Select(async number =>
        {
            try
            {
                await first.SetUpAsync(code, $"admin{number}@example.com", AccessBench.Password, loadSample: false, Cancellation);
                return "made";
            }
            catch (PortalProblemException refused)
            {
                return refused.Problem.Code;
            }
        }));

        Assert.Equal(["AlreadySetUp", "AlreadySetUp", "AlreadySetUp", "made"], attempts.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("no address", AccessBench.Password, "Email")]
    [InlineData("ada@example.com", "Password1234", "Password")]
    [InlineData("ada@example.com", "short", "Password")]
    public async Task SetUp_WithABadField_NamesItAndKeepsTheCode(string email, string password, string field)
    {
        await using var bench = await AccessBench.StartAsync();
        var first = bench.Get<FirstAdministrator>();
        var code = (await first.PrepareAsync(Cancellation))!;

        var refused = await Assert.ThrowsAsync<PortalProblemException>(() => first.SetUpAsync(code, email, password, loadSample: false, Cancellation));

        Assert.Equal(field, refused.Problem.Field);
        await first.SetUpAsync(code, "ada@example.com", AccessBench.Password, loadSample: false, Cancellation);
    }

    [Fact]
    public async Task Prepare_WithAConfiguredAdministrator_MakesHimAndFollowsUp()
    {
        var choices = new List<SetupChoice>();
        var settings = new Dictionary<string, string?>
        {
            ["Portal:Administrator:Email"] = "ops@example.com",
            ["Portal:Administrator:Password"] = AccessBench.Password,
            ["Portal:SampleWorkspace"] = "true",
        };
        await using var bench = await AccessBench.StartAsync(settings, services => services.AddSingleton(Record(choices)));

        Assert.Null(await bench.Get<FirstAdministrator>().PrepareAsync(Cancellation));
        await bench.RestartAsync();
        Assert.Null(await bench.Get<FirstAdministrator>().PrepareAsync(Cancellation));

        var choice = Assert.Single(choices);
        Assert.True(choice.LoadSample);
        Assert.Equal("ops@example.com", choice.Administrator.Email);
    }

    [Fact]
    public async Task Prepare_WhenTheFollowUpFailed_TriesItAgainAtTheNextStart()
    {
        var choices = new List<SetupChoice>();
        var fails = true;
        var followUp = new SetupFollowUp((choice, _) =>
        {
            if (fails) throw new InvalidOperationException("The cloud is not there.");
            choices.Add(choice);
            return Task.CompletedTask;
        });
        await using var bench = await AccessBench.StartAsync(configure: services => services.AddSingleton(followUp));
        var first = bench.Get<FirstAdministrator>();

        await first.SetUpAsync((await first.PrepareAsync(Cancellation))!, "ada@example.com", AccessBench.Password, loadSample: true, Cancellation);
        Assert.Empty(choices);
        fails = false;
        await bench.RestartAsync();
        await bench.Get<FirstAdministrator>().PrepareAsync(Cancellation);

        Assert.True(Assert.Single(choices).LoadSample);
    }

    [Theory]
    [InlineData("ops@example.com", null, "both Email and Password")]
    [InlineData("not an address", AccessBench.Password, "Portal:Administrator:Email")]
    [InlineData("ops@example.com", "Password1234", "Portal:Administrator:Password is refused")]
    public async Task Start_WithAWrongSetting_IsOneSentenceThatNamesIt(string email, string? password, string expected)
    {
        var settings = new Dictionary<string, string?> { ["Portal:Administrator:Email"] = email, ["Portal:Administrator:Password"] = password };
        var problem = await Assert.ThrowsAsync<StartProblemException>(() => AccessBench.StartAsync(settings));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
        if (password is not null) Assert.DoesNotContain(password, problem.Message, StringComparison.Ordinal);
    }

    private static SetupFollowUp Record(List<SetupChoice> choices) => new((choice, _) =>
    {
        choices.Add(choice);
        return Task.CompletedTask;
    });

    private static async Task<PortalProblem> RefusedAsync(AccessBench bench, string code) =>
        (await Assert.ThrowsAsync<PortalProblemException>(
            () => bench.Get<FirstAdministrator>().SetUpAsync(code, "ada@example.com", AccessBench.Password, loadSample: false, Cancellation))).Problem;
}
