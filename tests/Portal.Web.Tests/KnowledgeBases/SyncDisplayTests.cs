using Bunit;
using Portal.KnowledgeBases.Sync;
using Portal.Web.Ui;
using Xunit;

namespace Portal.Web.KnowledgeBases;

public class SyncDisplayTests : UiTest
{
    [Theory]
    [InlineData("COMPLETE", 0, "chip-ok", "COMPLETE")]
    [InlineData("COMPLETE", 2, "chip-warn", "COMPLETE, 2 failed")]
    [InlineData("FAILED", 0, "chip-bad", "FAILED")]
    [InlineData("IN_PROGRESS", 0, "chip-info", "IN_PROGRESS")]
    [InlineData("WAITING", 0, "chip-info", "Waiting")]
    public void Chip_EachStatus_ClaimsNoMoreThanAwsConfirmed(string status, long failed, string css, string word)
    {
        var chip = Render<SyncStatusChip>(parameters => parameters.Add(shown => shown.View, View(status, failed))).Find(".chip");
        Assert.Contains(css, chip.ClassName!, StringComparison.Ordinal);
        Assert.Equal(word, chip.TextContent.Trim());
    }

    [Fact]
    public void Reasons_HiddenFromAnOperator_AreCountedOnly()
    {
        var list = Render<FailureReasonsList>(parameters => parameters.Add(shown => shown.Reasons, new VisibleReasons(["s3://docs/customer-data/CustomerA/x.md: too large"], 2)));
        Assert.Single(list.FindAll("li"));
        Assert.Contains("2 further reasons not shown", list.Markup, StringComparison.Ordinal);
    }

    private static SyncView View(string status, long failed) => new(
        new SyncRun { KnowledgeBaseId = "KB12345678", DataSourceId = "DS12345678", Status = status, Statistics = new SyncStatistics(9, 9, 7, 0, 0, 0, failed, 0), EndedAt = SyncWords.IsEnd(status) ? DateTimeOffset.UnixEpoch : null },
        new VisibleReasons([], 0), null, false);
}
