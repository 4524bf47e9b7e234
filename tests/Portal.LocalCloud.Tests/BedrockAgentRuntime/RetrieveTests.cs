// A member that is unexpectedly null fails a test as well as an assertion would.
#nullable disable warnings
using Amazon.BedrockAgentRuntime;
using Amazon.BedrockAgentRuntime.Model;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Tests.BedrockAgent;
using Portal.Testing;
using Xunit;
using static Portal.LocalCloud.Tests.BedrockAgent.KnowledgeBaseBench;

namespace Portal.LocalCloud.Tests.BedrockAgentRuntime;

public sealed class RetrieveTests(LocalCloudFixture cloud) : IClassFixture<LocalCloudFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IAmazonBedrockAgentRuntime Runtime => cloud.Clients.BedrockAgentRuntime;

    [Fact]
    public async Task Retrieve_NoFilterAndUnrelatedQuestion_StillGivesTheNearestWithHonestScores()
    {
        var bench = await FruitsAsync();
        var found = await bench.RetrieveAsync("quantum chromodynamics");
        Assert.Equal(3, found.Count);
        Assert.All(found, result => Assert.InRange(result.Score!.Value, 0, 0.3));
        Assert.True((await bench.RetrieveAsync("apples"))[0].Score > 0.4);
    }

    [Fact]
    public async Task Retrieve_Pages_FollowEachOther()
    {
        var bench = await FruitsAsync();
        var first = await bench.RetrievePageAsync("fruit", results: 2);
        Assert.Equal(2, first.RetrievalResults.Count);
        var second = await bench.RetrievePageAsync("fruit", results: 2, nextToken: first.NextToken);
        Assert.Single(second.RetrievalResults);
        Assert.Null(second.NextToken);
        Assert.Equal(3, first.RetrievalResults.Concat(second.RetrievalResults).Select(result => result.Content.Text).Distinct().Count());
        await Assert.ThrowsAsync<ValidationException>(() => bench.RetrievePageAsync("another question", results: 2, nextToken: first.NextToken));
    }

    [Fact]
    public async Task Retrieve_HierarchicalChildren_CollapseToTheirParent()
    {
        var bench = await NewAsync(cloud, ingestion: Chunkings.Hierarchical(300, 20, 2), token: Token);
        await bench.PutAsync("customer-data/a.txt", string.Join(' ', Enumerable.Range(0, 20).Select(number => $"Apples of kind {number} are red and sweet.")));
        await bench.SyncAsync();
        var found = Assert.Single(await bench.RetrieveAsync("apples", results: 5));
        Assert.StartsWith("Apples of kind 0", found.Content.Text, StringComparison.Ordinal);
        Assert.Contains("kind 19", found.Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retrieve_WhatTheStoreCanNotDo_IsRefused()
    {
        var bench = await NewAsync(cloud, Stores.S3Vectors, token: Token);
        var filter = await Assert.ThrowsAsync<ValidationException>(() => bench.RetrieveAsync("x", new RetrievalFilter { StartsWith = new FilterAttribute { Key = "customer", Value = "A" } }));
        Assert.Contains("S3_VECTORS", filter.Message, StringComparison.Ordinal);
        var request = new RetrieveRequest
        {
            KnowledgeBaseId = bench.KnowledgeBaseId,
            RetrievalQuery = new KnowledgeBaseQuery { Text = "x" },
            RetrievalConfiguration = new KnowledgeBaseRetrievalConfiguration { VectorSearchConfiguration = new KnowledgeBaseVectorSearchConfiguration { OverrideSearchType = SearchType.HYBRID } },
        };
        Assert.Contains("HYBRID", (await Assert.ThrowsAsync<ValidationException>(() => Runtime.RetrieveAsync(request, Token))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ValidationException>(() => bench.RetrieveAsync("x", new RetrievalFilter { AndAll = [Is("a", "b")] }));
        await Assert.ThrowsAsync<ValidationException>(() => bench.RetrieveAsync("x", results: 101));
        await Assert.ThrowsAsync<ValidationException>(() => bench.RetrieveAsync(" "));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Runtime.RetrieveAsync(new RetrieveRequest { KnowledgeBaseId = "ABCDEFGHIJ", RetrievalQuery = new KnowledgeBaseQuery { Text = "x" } }, Token));
    }

    [Fact]
    public async Task Retrieve_StoreThatIgnoresFilters_GivesForeignChunks()
    {
        var bench = await FruitsAsync();
        Assert.Single(await bench.RetrieveAsync("fruit", Is("customer", "A")));
        cloud.Faults.Arm(new ArmedFault { On = "Retrieve", Kind = FaultKind.IgnoreFilter, Times = 1 });
        Assert.Equal(3, (await bench.RetrieveAsync("fruit", Is("customer", "A"))).Count);
        Assert.Single(await bench.RetrieveAsync("fruit", Is("customer", "A")));
    }

    [Fact]
    public async Task RetrieveAndGenerate_Session_RemembersTheSubject()
    {
        var bench = await FruitsAsync();
        var first = await Runtime.RetrieveAndGenerateAsync(bench.Question("What colour do bananas have?"), Token);
        Assert.Equal("Bananas are yellow and soft.", first.Output.Text);
        var part = Assert.Single(first.Citations);
        Assert.Equal(first.Output.Text, first.Output.Text[part.GeneratedResponsePart.TextResponsePart.Span.Start.Value..(part.GeneratedResponsePart.TextResponsePart.Span.End.Value + 1)]);
        Assert.EndsWith("b.txt", Assert.Single(part.RetrievedReferences).Location.S3Location.Uri, StringComparison.Ordinal);
        var next = await Runtime.RetrieveAndGenerateAsync(bench.Question("Are they soft?", sessionId: first.SessionId), Token);
        Assert.Equal(first.SessionId, next.SessionId);
        Assert.Contains("Bananas", next.Output.Text, StringComparison.Ordinal);
        var alone = await Runtime.RetrieveAndGenerateAsync(bench.Question("What about that?"), Token);
        Assert.Equal("Sorry, I am unable to assist you with this request.", alone.Output.Text);
        await Assert.ThrowsAsync<ValidationException>(() => Runtime.RetrieveAndGenerateAsync(bench.Question("x", sessionId: "made-up"), Token));
        var other = await FruitsAsync();
        await Assert.ThrowsAsync<ValidationException>(() => Runtime.RetrieveAndGenerateAsync(other.Question("x", sessionId: first.SessionId), Token));
    }

    [Fact]
    public async Task RetrieveAndGenerate_InvalidInput_IsRefused()
    {
        var bench = await FruitsAsync();
        async Task Refused(Action<RetrieveAndGenerateRequest> spoil, string reason)
        {
            var request = bench.Question("x");
            spoil(request);
            Assert.Contains(reason, (await Assert.ThrowsAsync<ValidationException>(() => Runtime.RetrieveAndGenerateAsync(request, Token))).Message, StringComparison.Ordinal);
        }

        await Refused(request => request.Input.Text = new string('x', 1001), "less than or equal to 1000");
        await Refused(request => request.RetrieveAndGenerateConfiguration.KnowledgeBaseConfiguration.ModelArn = "nobody.model-v1", "The provided model identifier is invalid.");
        await Refused(request => request.RetrieveAndGenerateConfiguration.KnowledgeBaseConfiguration.GenerationConfiguration = new GenerationConfiguration { PromptTemplate = new PromptTemplate { TextPromptTemplate = "no place" } }, "$search_results$");
        await Refused(request => request.RetrieveAndGenerateConfiguration = null, "retrieveAndGenerateConfiguration is required");
    }

    [Fact]
    public async Task RetrieveAndGenerateStream_Events_AddUpToTheAnswer()
    {
        var bench = await FruitsAsync();
        var plain = bench.Question("What colour do bananas have?");
        using var response = await Runtime.RetrieveAndGenerateStreamAsync(new RetrieveAndGenerateStreamRequest { Input = plain.Input, RetrieveAndGenerateConfiguration = plain.RetrieveAndGenerateConfiguration }, Token);
        Assert.NotEmpty(response.SessionId);
        var text = "";
        CitationEvent citation = null;
        await foreach (var item in response.Stream.WithCancellation(Token))
        {
            if (item is RetrieveAndGenerateOutputEvent output) text += output.Text;
            if (item is CitationEvent cited) citation = cited;
        }

        Assert.Equal("Bananas are yellow and soft.", text);
        Assert.Single(citation.RetrievedReferences);
    }

    private async Task<KnowledgeBaseBench> FruitsAsync()
    {
        var bench = await NewAsync(cloud, token: Token);
        await bench.PutAsync("customer-data/a.txt", "Apples are red and crisp.", SidecarOf("A"));
        await bench.PutAsync("customer-data/b.txt", "Bananas are yellow and soft.", SidecarOf("B"));
        await bench.PutAsync("customer-data/c.txt", "Cherries are dark and small.");
        await bench.SyncAsync();
        return bench;
    }
}
