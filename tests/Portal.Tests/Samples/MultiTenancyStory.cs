using Portal.Access;
using Portal.Ask;
using Portal.Ask.Filters;
using Portal.Ask.Safe;
using Portal.Operations;
using Portal.Tenants;
using Portal.Testing;
using Xunit;

namespace Portal.Samples;

/// <summary>The sample workspace is loaded and asked as both tenants, by the real clients.</summary>
public sealed class MultiTenancyStory(MultiTenancyStory.Loaded loaded) : IClassFixture<MultiTenancyStory.Loaded>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ask_AsCustomerA_AboutItsOwnGuide_AnswersWithItsDocumentOnly()
    {
        var (found, answer, ended) = await AskAsync("customera", "summarize HIPAA Compliance Guide");

        Assert.Equal("hipaa-compliance-guide.md", Path.GetFileName(found.Verified[0].Chunk.Uri));
        Assert.All(found.Verified, chunk => Assert.Contains("/CustomerA/", chunk.Chunk.Uri, StringComparison.Ordinal));
        Assert.Equal(0, found.Withheld);
        Assert.Contains("HIPAA", answer, StringComparison.Ordinal);
        Assert.Contains("[1]", answer, StringComparison.Ordinal);
        Assert.NotNull(ended.Answerer);
    }

    [Fact]
    public async Task Ask_AsCustomerA_AboutTheOthersGuidance_FindsNothingOfIt()
    {
        var (found, answer, _) = await AskAsync("customera", "summarize NHS Compliance Guidance");

        Assert.NotEmpty(found.Verified);
        Assert.All(found.Verified, chunk => Assert.Contains("/CustomerA/", chunk.Chunk.Uri, StringComparison.Ordinal));
        Assert.DoesNotContain("NHS organisation", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Caldicott", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_AsCustomerB_AboutItsOwnGuidance_AnswersWithItsDocumentOnly()
    {
        var (found, answer, _) = await AskAsync("customerb", "summarize NHS Compliance Guidance");

        Assert.Equal("nhs-compliance-guidance.md", Path.GetFileName(found.Verified[0].Chunk.Uri));
        Assert.Contains("NHS", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retrieve_ThePatientThatBothHave_ReturnsEachTenantsOwnRow()
    {
        var filter = new FilterCondition(FilterOperator.Equals, "PatientID", new TextValue("P003"));

        var a = await RetrieveAsync("customera", "patient P003", filter);
        var b = await RetrieveAsync("customerb", "patient P003", filter);

        Assert.Contains("albuterol", Assert.Single(a.Verified).Chunk.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Factor V Leiden", Assert.Single(b.Verified).Chunk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retrieve_WithAFilterThatNamesTheOtherTenant_ReturnsNothing()
    {
        var found = await RetrieveAsync("customera", "compliance", new FilterCondition(FilterOperator.Equals, "customer", new TextValue("CustomerB")));

        Assert.Empty(found.Verified);
        Assert.Equal(0, found.Withheld);
    }

    private async Task<ChunksFound> RetrieveAsync(string slug, string text, UserFilter? filter) =>
        await loaded.Portal.Get<SafeAsker>().RetrieveAsync(await ScopeAsync(slug), new Question(text, Filter: filter), Cancellation);

    private async Task<(ChunksFound Found, string Answer, AnswerEnded Ended)> AskAsync(string slug, string text)
    {
        var events = new List<AnswerEvent>();
        await foreach (var happened in loaded.Portal.Get<SafeAsker>().AskAsync(await ScopeAsync(slug), new Question(text), Cancellation)) events.Add(happened);
        return (Assert.IsType<ChunksFound>(events[0]), string.Concat(events.OfType<AnswerText>().Select(piece => piece.Text)), Assert.IsType<AnswerEnded>(events[^1]));
    }

    private Task<TenantScope> ScopeAsync(string slug) => loaded.Portal.Get<TenantDirectory>().ScopeAsync(Actor.Portal, slug, Permission.AskAsTenant, Cancellation);

    public sealed class Loaded : IAsyncLifetime
    {
        public PortalFixture Portal { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await Portal.InitializeAsync();
            var desk = Portal.Get<OperationDesk>();
            var id = await desk.StartAsync<LoadSample, SampleChoice>(Actor.Portal, new SampleChoice(), [], null, Cancellation);
            var ended = await Eventually.HoldsAsync(() => desk.GetAsync(Actor.Portal, id), operation => operation.FinishedAt is not null, "the sample is loaded", Cancellation, seconds: 180);
            Assert.True(ended.Status == OperationStatus.Succeeded, ended.Problem?.ToString());
        }

        public ValueTask DisposeAsync() => Portal.DisposeAsync();
    }
}
