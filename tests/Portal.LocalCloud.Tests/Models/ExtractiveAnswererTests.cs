using Portal.LocalCloud.Models;
using Xunit;

namespace Portal.LocalCloud.Tests.Models;

public sealed class ExtractiveAnswererTests
{
    private static readonly AnswerSource Hipaa = new(1, "HIPAA protects health information. Backups are kept for six years. Lunch is at noon.", "HIPAA Compliance Guide CustomerA");

    private static readonly AnswerSource Asthma = new(2, "Patient with wheezing at night; albuterol inhaler as needed.", "P003 asthma");

    [Theory]
    [InlineData("summarize HIPAA Compliance Guide", true)]
    [InlineData("How long are backups kept?", true)]
    [InlineData("summarize NHS Compliance Guidance", false)]
    [InlineData("summarize nhs compliance guidance", false)]
    [InlineData("What is the capital of France?", false)]
    [InlineData("What does P003 take?", false)]
    public void Answer_Question_OnlyFromASourceAboutIt(string question, bool found) =>
        Assert.Equal(found, ExtractiveAnswerer.Answer(question, [], [Hipaa]).Count > 0);

    [Fact]
    public void Answer_CodeInAttributes_MakesTheSourceRelevant()
    {
        var sentence = Assert.Single(ExtractiveAnswerer.Answer("What inhaler does P003 use?", [], [Hipaa, Asthma]));
        Assert.Same(Asthma, sentence.Source);
        Assert.Contains(sentence.Text, Asthma.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_QuestionWithoutSubject_TakesItFromTheConversation()
    {
        Assert.Empty(ExtractiveAnswerer.Answer("And how long are they kept?", [], [new AnswerSource(1, "The shop opens at nine.")]));
        Assert.Contains("six years", ExtractiveAnswerer.Answer("For how long are they kept?", ["Are there backups?"], [Hipaa])[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void PromptSources_NumberedLines_AreSourcesAndTheRestTheQuestion()
    {
        var (sources, question) = PromptSources.Read(["[1] guide.md\nfirst line\nsecond line\n[2] single\nQuestion: What is it?"]);
        Assert.Equal("What is it?", question);
        Assert.Equal([new AnswerSource(1, "first line\nsecond line", "guide.md"), new AnswerSource(2, "single")], sources);
    }

    [Theory]
    [InlineData("abc", 1)]
    [InlineData("abcdef", 1)]
    [InlineData("abcdefg", 2)]
    [InlineData("one, two.", 4)]
    [InlineData("", 0)]
    [InlineData("日本", 2)]
    public void LocalTokenizer_Count_FollowsItsRule(string text, int expected) => Assert.Equal(expected, LocalTokenizer.Count(text));

    [Fact]
    public void LocalTokenizer_Truncate_KeepsWholeTokens() => Assert.Equal("one, two", LocalTokenizer.Truncate("one, two. three", 3));

    [Fact]
    public void LocalEmbedding_SameSubject_IsNearerThanAnother()
    {
        var query = LocalEmbedding.Embed("asthma inhaler treatment");
        Assert.Equal(1, LocalEmbedding.Dot(query, query), 3);
        Assert.True(LocalEmbedding.Dot(query, LocalEmbedding.Embed("The patient's asthma is treated with an inhaler.")) > LocalEmbedding.Dot(query, LocalEmbedding.Embed("Invoices are paid within thirty days.")) + 0.2f);
        Assert.Equal(LocalEmbedding.Embed("same text"), LocalEmbedding.Embed("same text"));
        Assert.All(LocalEmbedding.Embed("…"), place => Assert.Equal(0, place));
    }

    [Fact]
    public void Sentences_SpansOf_CoverTheWholeText()
    {
        const string text = "# Title\nDr. Who came. He left!\n- item one\n- item two\n\nVersion 1.5 is out.";
        Assert.Equal(text, string.Concat(Sentences.SpansOf(text).Select(span => text[span])));
        Assert.Equal(["Title", "Dr. Who came.", "He left!", "item one", "item two", "Version 1.5 is out."], Sentences.Of(text));
    }
}
