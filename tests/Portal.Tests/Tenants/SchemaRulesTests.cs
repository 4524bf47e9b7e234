using Portal.Settings;
using Xunit;

namespace Portal.Tenants;

public sealed class SchemaRulesTests
{
    private static readonly Workspace Workspace = new() { Bucket = "documents" };

    [Fact]
    public void Check_OfTheStorysSchema_FindsNothing() => Assert.Empty(SchemaRules.Check(
        [
            new("documentType", MetadataType.String, Required: true), new("focus", MetadataType.String), new("publicationYear", MetadataType.Number),
            new("region", MetadataType.String, AllowedValues: ["North America", "Europe"]), new("final", MetadataType.Boolean), new("tags", MetadataType.StringList),
        ],
        Workspace, []));

    [Theory]
    [InlineData("customer", "tenant attribute")]
    [InlineData("CUSTOMER", "tenant attribute")]
    [InlineData("ｃｕｓｔｏｍｅｒ", "tenant attribute")]
    [InlineData("x-amz-bedrock-kb-source-uri", "reserved")]
    [InlineData("X-Amz-Bedrock-own", "reserved")]
    [InlineData("_source_uri", "reserved")]
    [InlineData("AMAZON_BEDROCK_METADATA", "reserved")]
    [InlineData("", "no key")]
    [InlineData("a\u200Bb", "cannot be seen")]
    public void Check_OfAKeyThatIsNotFree_SaysWhy(string key, string why) =>
        Assert.Contains(why, Assert.Single(SchemaRules.Check([new(key, MetadataType.String)], Workspace, [])).Sentence, StringComparison.Ordinal);

    [Fact]
    public void Check_OfAKeyOver100Characters_IsRefused() =>
        Assert.Contains("100", Assert.Single(SchemaRules.Check([new(new string('k', 101), MetadataType.String)], Workspace, [])).Remedy, StringComparison.Ordinal);

    [Fact]
    public void Check_OfAKeyTwice_NamesTheSecond() =>
        Assert.Equal("Schema[1]", Assert.Single(SchemaRules.Check([new("region", MetadataType.String), new("Region", MetadataType.String)], Workspace, [])).Field);

    [Fact]
    public void Check_OfAnotherTypeThanTheNeighbours_IsRefused()
    {
        var neighbour = new Tenant { Name = "B", Slug = "b", Prefix = "p/", AttributeValue = "B", Schema = [new("publicationYear", MetadataType.Number)] };
        var problem = Assert.Single(SchemaRules.Check([new("publicationYear", MetadataType.String)], Workspace, [neighbour]));
        Assert.Contains("is a number for other tenants", problem.Sentence, StringComparison.Ordinal);
        Assert.Empty(SchemaRules.Check([new("publicationYear", MetadataType.Number)], Workspace, [neighbour]));
    }

    [Fact]
    public void Check_OfChoicesForANumber_IsRefused() => Assert.Single(SchemaRules.Check([new("year", MetadataType.Number, AllowedValues: ["2022"])], Workspace, []));
}
