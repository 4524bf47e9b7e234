using Amazon.BedrockAgent.Model;
using Xunit;

namespace Portal.AwsSdk.Tests.BedrockAgent;

public sealed class PaginatorTests : WireTest
{
    private void AnswerThreePages() => Server
        .Answer("""{"knowledgeBaseSummaries":[{"knowledgeBaseId":"A"},{"knowledgeBaseId":"B"}],"nextToken":"two"}""")
        .Answer("""{"knowledgeBaseSummaries":[],"nextToken":"three"}""")
        .Answer("""{"knowledgeBaseSummaries":[{"knowledgeBaseId":"C"}]}""");

    [Fact]
    public async Task Items_SeveralPagesOneEmpty_ComeInOrder()
    {
        AnswerThreePages();
        using var client = Agent();
        var ids = new List<string>();

        await foreach (var summary in client.Paginators.ListKnowledgeBases(new ListKnowledgeBasesRequest { MaxResults = 2 }).KnowledgeBaseSummaries.WithCancellation(Token))
            ids.Add(summary.KnowledgeBaseId);

        Assert.Equal(["A", "B", "C"], ids);
        Assert.Equal(
            ["""{"maxResults":2}""", """{"maxResults":2,"nextToken":"two"}""", """{"maxResults":2,"nextToken":"three"}"""],
            Server.Requests.Select(request => request.Text));
    }

    [Fact]
    public async Task Responses_LeftEarly_AsksForNoFurtherPage()
    {
        AnswerThreePages();
        using var client = Agent();

        await foreach (var page in client.Paginators.ListKnowledgeBases(new ListKnowledgeBasesRequest()).Responses.WithCancellation(Token))
        {
            Assert.Equal("two", page.NextToken);
            break;
        }

        Assert.Single(Server.Requests);
    }

    [Fact]
    public async Task Paginator_UsedTwice_Throws()
    {
        Server.Answer("{}");
        using var client = Agent();
        var paginator = client.Paginators.ListKnowledgeBases(new ListKnowledgeBasesRequest());
        await foreach (var _ in paginator.Responses.WithCancellation(Token)) { }

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var _ in paginator.Responses.WithCancellation(Token)) { }
        });
    }
}
