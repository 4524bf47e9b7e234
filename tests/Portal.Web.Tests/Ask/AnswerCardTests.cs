using Bunit;
using Portal.Ask;
using Portal.Ask.Native;
using Portal.Ask.Safe;
using Portal.Web.Ui;
using Xunit;

namespace Portal.Web.Ask;

public class AnswerCardTests : UiTest
{
    [Fact]
    public void Answer_WhileTextComes_ShowsItWithoutClaimingAnEnd()
    {
        var run = Run(AskMode.Verified);
        run.Take(new ChunksFound([], 0, [], "request-1"));
        run.Take(new AnswerText("Encryption"));
        var card = Show(run);
        Assert.Contains("Encryption", card.Find(".answer").TextContent, StringComparison.Ordinal);
        Assert.Contains("Answering", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_WithoutChunks_SaysThatNothingWasFound()
    {
        var run = Run(AskMode.Verified);
        run.Take(new ChunksFound([], 0, [], null));
        run.Take(new AnswerEnded(null));
        Assert.Contains("Nothing about this was found", Show(run).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_WithWithheldChunks_TellsAnOperatorTheCountOnly()
    {
        var run = Run(AskMode.Verified);
        run.Take(new ChunksFound([], 3, [], null));
        run.Take(new AnswerEnded(null));
        var card = Show(run);
        Assert.Contains("3 chunks were withheld", card.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("s3://", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_WithIncidents_ShowsAnAdministratorLocationAndRequest()
    {
        var incident = new Incident { Email = "a@example.com", KnowledgeBaseId = "KB12345678", Api = "Retrieve", Reason = ChunkFault.ForeignTag, FoundValue = "CustomerB", ChunkUri = "s3://docs/b.md", RequestId = "request-7" };
        var run = Run(AskMode.Verified);
        run.Take(new ChunksFound([], 1, [incident], "request-7"));
        run.Take(new AnswerEnded(null));
        var card = Show(run);
        Assert.Contains("s3://docs/b.md", card.Markup, StringComparison.Ordinal);
        Assert.Contains("request-7", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void NativeAnswer_Withheld_ShowsNoText()
    {
        var run = Run(AskMode.Native);
        run.Take(new NativeAnswer([], [], 1, [], null, new Answerer("model", Answerer.BuiltIn), 0));
        var card = Show(run);
        Assert.Contains("The whole answer rests on it and is not shown", card.Markup, StringComparison.Ordinal);
        Assert.Empty(card.FindAll(".answer"));
        Assert.Contains("Answered by the built-in extractive model", card.Markup, StringComparison.Ordinal);
    }

    private static AskRun Run(AskMode mode) => new(mode, TimeProvider.System);

    private IRenderedComponent<AnswerCard> Show(AskRun run) => Render<AnswerCard>(parameters => parameters.Add(card => card.Run, run));
}
