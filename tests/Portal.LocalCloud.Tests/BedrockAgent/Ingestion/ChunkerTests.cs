using Portal.LocalCloud.BedrockAgent.Ingestion;
using Portal.LocalCloud.Models;
using Xunit;

namespace Portal.LocalCloud.Tests.BedrockAgent.Ingestion;

public sealed class ChunkerTests
{
    private static readonly string Text = string.Join(' ', Enumerable.Range(1, 200).Select(number => $"Sentence {number} speaks about topic {number % 7}."));

    private static IReadOnlyList<DocumentPage> Pages => [new DocumentPage(1, Text), new DocumentPage(2, "A second page.")];

    [Fact]
    public void Cut_Default_KeepsSentencesWholeAndPagesApart()
    {
        var chunks = Chunker.Cut(Pages, new ChunkingPlan(ChunkingStrategy.Default));
        Assert.True(chunks.Count > 3);
        Assert.All(chunks, chunk => Assert.InRange(LocalTokenizer.Count(chunk.Text), 1, 300));
        Assert.All(chunks, chunk => Assert.EndsWith(".", chunk.Text, StringComparison.Ordinal));
        Assert.Equal(2, chunks[^1].Page);
        Assert.Equal(Text, string.Join(' ', chunks.Where(chunk => chunk.Page == 1).Select(chunk => chunk.Text)));
    }

    [Fact]
    public void Cut_FixedSize_OverlapsByItsShare()
    {
        var chunks = Chunker.Cut(Pages, new ChunkingPlan(ChunkingStrategy.FixedSize) { MaximumTokens = 50, OverlapTokens = 10 });
        Assert.Equal(50, LocalTokenizer.Count(chunks[0].Text));
        var tail = chunks[0].Text.Split(' ')[^1];
        Assert.Contains(tail, chunks[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Cut_Hierarchical_ChildrenKnowTheirParent()
    {
        var chunks = Chunker.Cut(Pages, new ChunkingPlan(ChunkingStrategy.Hierarchical) { ParentTokens = 200, MaximumTokens = 40, OverlapTokens = 5 });
        Assert.All(chunks, chunk => Assert.Contains(chunk.Text, chunk.ParentText!, StringComparison.Ordinal));
        Assert.True(chunks.Select(chunk => chunk.Parent).Distinct().Count() < chunks.Count);
        Assert.All(chunks.GroupBy(chunk => chunk.Parent), group => Assert.Single(group.Select(chunk => chunk.ParentText).Distinct()));
    }

    [Fact]
    public void Cut_Semantic_PartsWhereTheSubjectChanges()
    {
        const string text = "The cat sat on the mat. The cat liked the mat. The cat slept on the mat. Invoices are paid monthly. Invoices are sent monthly. Invoices are booked monthly.";
        var chunks = Chunker.Cut([new DocumentPage(null, text)], new ChunkingPlan(ChunkingStrategy.Semantic) { MaximumTokens = 100, BreakpointPercentile = 80 });
        Assert.Equal(2, chunks.Count);
        Assert.StartsWith("Invoices", chunks[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Cut_None_GivesOneChunkWithoutPage()
    {
        var chunk = Assert.Single(Chunker.Cut(Pages, new ChunkingPlan(ChunkingStrategy.Whole)));
        Assert.Null(chunk.Page);
        Assert.EndsWith("A second page.", chunk.Text, StringComparison.Ordinal);
    }
}
