using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Portal.Documents;
using Portal.Tenants;
using Portal.Web.Ui;
using Xunit;

namespace Portal.Web.Documents;

public sealed class UploadItemTests : UiTest
{
    [Fact]
    public void Question_IsAskedUntilItIsAnswered()
    {
        var item = new UploadItem(1, "", "big.pdf", DocumentRules.MostIndexedBytes + 1, null, exists: true);
        Assert.Contains("50 MB", item.Question, StringComparison.Ordinal);
        item.ConfirmedUnindexed = true;
        Assert.Contains("already", item.Question, StringComparison.Ordinal);
        item.Replace = true;
        Assert.Null(item.Question);
    }

    [Fact]
    public void Refusal_OfTypeNameOrEmptiness_SaysWhy()
    {
        Assert.Equal("TypeNotAllowed", new UploadItem(1, "", "notes.exe", 1, null, false).Refusal?.Code);
        Assert.Equal("InvalidName", new UploadItem(1, "", "a.metadata.json", 1, null, false).Refusal?.Code);
        Assert.Equal("EmptyFile", new UploadItem(1, "", "a.md", 0, null, false).Refusal?.Code);
        Assert.Null(new UploadItem(1, "", "a.md", 1, null, false).Refusal);
    }

    [Fact]
    public void Csv_AsRecords_TravelsWithContentAndTheOtherColumns()
    {
        var item = new UploadItem(1, "", "cases.csv", 9, ["CaseID", "Content", "PatientID"], false);
        Assert.Equal("Content", item.ContentField);
        item.MetadataFields.Remove("CaseID");

        var header = UploadHeader.Decode(item.ToHeader(new MetadataForm([])).Encode());

        Assert.Equal(("Content", "PatientID"), (header.ToRecords()!.ContentField, string.Join(',', header.ToRecords()!.MetadataFields)));
    }

    [Fact]
    public void Choice_OfACsv_AsksForItsContentColumn()
    {
        var item = new UploadItem(1, "", "samples.csv", 9, ["SampleID", "TestType"], false);
        var choice = Render<EditForm>(form => form.Add(edit => edit.Model, new object()).Add(edit => edit.ChildContent, _ => builder =>
        {
            builder.OpenComponent<UploadChoice>(0);
            builder.AddAttribute(1, nameof(UploadChoice.Item), item);
            builder.AddAttribute(2, nameof(UploadChoice.Attribute), new KeyValuePair<string, string>("customer", "CustomerB"));
            builder.AddAttribute(3, nameof(UploadChoice.Common), new MetadataForm([]));
            builder.CloseComponent();
        }));

        Assert.Contains("Which column is the content?", choice.Markup, StringComparison.Ordinal);
        choice.Find("select").Change("1");

        Assert.Equal("TestType", item.ContentField);
        Assert.DoesNotContain("Which column", choice.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_OfEachState_OffersWhatCanBeDone()
    {
        var item = new UploadItem(1, "", "a.md", 100, null, false) { State = UploadState.Sending, Sent = 40 };
        var cancelled = false;
        var line = Render<UploadLine>(parameters => parameters.Add(view => view.Item, item).Add(view => view.OnCancel, () => cancelled = true));
        line.Find("button[aria-label='Cancel a.md']").Click();
        Assert.True(cancelled);
        Assert.Equal("40", line.Find("[role=progressbar]").GetAttribute("aria-valuenow"));

        (item.State, item.Failure) = (UploadState.Failed, "AWS refused.");
        line.Render();
        Assert.Equal("Try again", line.Find("button").TextContent);
        Assert.Contains("AWS refused.", line.Find("[role=alert]").TextContent, StringComparison.Ordinal);

        item.State = UploadState.Stored;
        item.Failure = null;
        line.Render();
        Assert.Empty(line.FindAll("button"));
    }

    [Fact]
    public void MetadataForm_OfASidecar_KeepsWhatTheSchemaDoesNotKnow()
    {
        MetadataField[] schema = [new("documentType", MetadataType.String, Required: true), new("year", MetadataType.Number)];
        var sidecar = new MetadataSidecar(new Dictionary<string, MetadataAttribute>
        {
            ["customer"] = new(new MetadataValue.Text("CustomerA")),
            ["year"] = new(new MetadataValue.Number(2022)),
            ["legacy"] = new(new MetadataValue.Texts(["a", "b"]), IncludeForEmbedding: true),
        });

        var attributes = MetadataForm.Of(sidecar, schema, "customer").ToAttributes();

        Assert.Equal(["legacy", "year"], attributes.Keys.Order());
        Assert.Equal(new MetadataAttribute(new MetadataValue.Texts(["a", "b"]), IncludeForEmbedding: true), attributes["legacy"]);
    }

    [Theory]
    [InlineData("", "/tenants/a/documents")]
    [InlineData("policies/2026", "/tenants/a/documents/policies/2026")]
    [InlineData("a b/c%2F+?#", "/tenants/a/documents/a%20b/c%252F%2B%3F%23")]
    public void Links_EscapeEverySegment(string folder, string expected) => Assert.Equal(expected, DocumentLinks.Folder("a", folder));
}
