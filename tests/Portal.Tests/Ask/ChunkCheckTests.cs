using System.Text.Json;
using Xunit;

namespace Portal.Ask;

public class ChunkCheckTests
{
    private static readonly KeyValuePair<string, string> Attribute = new("customer", "CustomerA");

    [Theory]
    [InlineData("s3://docs/customer-data/CustomerA/policies/hipaa.md", "CustomerA", null)]
    [InlineData("s3://docs/customer-data/CustomerA/a", "CustomerA", null)]
    [InlineData("s3://docs/customer-data/CustomerA/hipaa.md", "CustomerB", ChunkFault.ForeignTag)]
    [InlineData("s3://docs/customer-data/CustomerA/hipaa.md", "customera", ChunkFault.ForeignTag)]
    [InlineData("s3://docs/customer-data/CustomerA/hipaa.md", "CustomerA ", ChunkFault.ForeignTag)]
    [InlineData("s3://docs/customer-data/CustomerA/hipaa.md", null, ChunkFault.Untagged)]
    [InlineData("s3://docs/customer-data/CustomerB/hipaa.md", "CustomerA", ChunkFault.ForeignLocation)]
    [InlineData("s3://docs/customer-data/CustomerAB/hipaa.md", "CustomerA", ChunkFault.ForeignLocation)]
    [InlineData("s3://docs/customer-data/CustomerA/", "CustomerA", ChunkFault.ForeignLocation)]
    [InlineData("s3://docs/customer-data/customera/hipaa.md", "CustomerA", ChunkFault.ForeignLocation)]
    [InlineData("s3://other/customer-data/CustomerA/hipaa.md", "CustomerA", ChunkFault.ForeignLocation)]
    [InlineData("https://docs/customer-data/CustomerA/hipaa.md", "CustomerA", ChunkFault.ForeignLocation)]
    [InlineData(null, "CustomerA", ChunkFault.NoLocation)]
    public void Check_OneChunk_FindsItsFault(string? uri, string? tag, ChunkFault? fault)
    {
        var check = Check(uri, tag is null ? null : JsonSerializer.SerializeToElement(tag));
        Assert.Equal(fault, check.Violations.Select(violation => (ChunkFault?)violation.Fault).FirstOrDefault());
        Assert.Equal(fault is null ? 1 : 0, check.Verified.Count);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("true")]
    [InlineData("[\"CustomerA\"]")]
    [InlineData("null")]
    public void Check_TagThatIsNoString_IsForeign(string json)
    {
        var check = Check("s3://docs/customer-data/CustomerA/a.md", JsonDocument.Parse(json).RootElement);
        Assert.Equal(ChunkFault.ForeignTag, Assert.Single(check.Violations).Fault);
    }

    [Fact]
    public void Check_MixedChunks_NumbersOnlyTheVerified()
    {
        var good = Chunk("s3://docs/customer-data/CustomerA/a.md", JsonSerializer.SerializeToElement("CustomerA"));
        var bad = Chunk("s3://docs/customer-data/CustomerB/b.md", JsonSerializer.SerializeToElement("CustomerB"));
        var check = ChunkCheck.Check(Attribute, "docs", "customer-data/CustomerA/", [bad, good, bad, good]);
        Assert.Equal([1, 2], check.Verified.Select(chunk => chunk.Number));
        Assert.Equal(2, check.Violations.Count);
        Assert.Equal(("s3://docs/customer-data/CustomerB/b.md", "CustomerB"), (check.Violations[0].Uri, check.Violations[0].FoundValue));
    }

    [Theory]
    [InlineData("", "docs", "customer-data/CustomerA/")]
    [InlineData("CustomerA", "", "customer-data/CustomerA/")]
    [InlineData("CustomerA", "docs", "")]
    [InlineData("CustomerA", "docs", "/")]
    [InlineData("CustomerA", "docs", "customer-data/CustomerA")]
    public void Check_WithoutAPlaceOfItsOwn_Refuses(string value, string bucket, string prefix) =>
        Assert.Throws<PortalProblemException>(() => ChunkCheck.Check(new("customer", value), bucket, prefix, []));

    private static CheckedChunks Check(string? uri, JsonElement? tag) => ChunkCheck.Check(Attribute, "docs", "customer-data/CustomerA/", [Chunk(uri, tag)]);

    private static Chunk Chunk(string? uri, JsonElement? tag) =>
        new("text", uri, 0.5, tag is { } value ? new Dictionary<string, JsonElement> { ["customer"] = value } : []);
}
