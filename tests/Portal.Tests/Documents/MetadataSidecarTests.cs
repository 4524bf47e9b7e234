using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Portal.Tenants;
using Xunit;

namespace Portal.Documents;

public sealed class MetadataSidecarTests
{
    private static readonly KeyValuePair<string, string> Tenant = new("customer", "CustomerA");

    [Fact]
    public void Parse_TheSimpleForm_ReadsAllFourTypes()
    {
        var sidecar = Parse("""{"metadataAttributes":{"customer":"CustomerA","publicationYear":2022,"final":true,"tags":["a","b"]}}""");
        Assert.Equal(new MetadataValue.Text("CustomerA"), sidecar.Attributes["customer"].Value);
        Assert.Equal(new MetadataValue.Number(2022), sidecar.Attributes["publicationYear"].Value);
        Assert.Equal(new MetadataValue.Flag(true), sidecar.Attributes["final"].Value);
        Assert.Equal(new MetadataValue.Texts(["a", "b"]), sidecar.Attributes["tags"].Value);
    }

    [Fact]
    public void Parse_TheFullFormAndMixed_ReadsBoth()
    {
        var sidecar = Parse("""
            {"metadataAttributes":{
              "customer":{"value":{"type":"STRING","stringValue":"CustomerA"},"includeForEmbedding":false},
              "year":{"value":{"type":"NUMBER","numberValue":2022.5}},
              "final":{"value":{"type":"BOOLEAN","booleanValue":false}},
              "tags":{"value":{"type":"STRING_LIST","stringListValue":["x"]},"includeForEmbedding":true},
              "plain":"yes"}}
            """);
        Assert.Equal(new MetadataValue.Number(2022.5), sidecar.Attributes["year"].Value);
        Assert.True(sidecar.Attributes["tags"].IncludeForEmbedding);
        Assert.False(sidecar.Attributes["customer"].IncludeForEmbedding);
        Assert.Equal(new MetadataValue.Text("yes"), sidecar.Attributes["plain"].Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"metadataAttributes":[]}""")]
    [InlineData("""{"metadataAttributes":{"a":null}}""")]
    [InlineData("""{"metadataAttributes":{"a":NaN}}""")]
    [InlineData("""{"metadataAttributes":{"a":1e999}}""")]
    [InlineData("""{"metadataAttributes":{"a":[1]}}""")]
    [InlineData("""{"metadataAttributes":{"a":{"b":1}}}""")]
    [InlineData("""{"metadataAttributes":{"a":{"value":{"type":"NUMBER","stringValue":"1"}}}}""")]
    [InlineData("""{"metadataAttributes":{"a":{"value":{"type":"DATE","stringValue":"1"}}}}""")]
    [InlineData("""{"metadataAttributes":{"customer":"CustomerA","customer":"CustomerB"}}""")]
    [InlineData("""{"metadataAttributes":{},"documentStructureConfiguration":{"type":"OTHER"}}""")]
    public void Parse_WhatAmazonBedrockDoesNotUnderstand_IsMalformed(string json) =>
        Assert.Equal("MalformedSidecar", Assert.Throws<PortalProblemException>(() => Parse(json)).Problem.Code);

    [Fact]
    public void Parse_MoreThan10Kilobytes_IsMalformed() =>
        Assert.Contains("10,240", Assert.Throws<PortalProblemException>(() => Parse("""{"metadataAttributes":{"a":"XX"}}""".Replace("XX", new string('x', 10_300), StringComparison.Ordinal))).Message, StringComparison.Ordinal);

    [Fact]
    public void Write_PlainAttributes_IsTheSimpleForm()
    {
        var written = Encoding.UTF8.GetString(new MetadataSidecar(new OrderedDictionary<string, MetadataAttribute>
        {
            ["customer"] = new(new MetadataValue.Text("CustomerA")),
            ["publicationYear"] = new(new MetadataValue.Number(2022)),
            ["region"] = new(new MetadataValue.Text("Zürich & <Bern>")),
        }).Write());
        Assert.Equal("{\n  \"metadataAttributes\": {\n    \"customer\": \"CustomerA\",\n    \"publicationYear\": 2022,\n    \"region\": \"Zürich & <Bern>\"\n  }\n}", written);
    }

    [Fact]
    public void Write_ARecordStructure_NamesOneContentField()
    {
        var written = Encoding.UTF8.GetString(new MetadataSidecar(
            new Dictionary<string, MetadataAttribute> { ["customer"] = new(new MetadataValue.Text("CustomerA")) }, new RecordStructure("Content", ["CaseID"], ["Other"])).Write());
        Assert.Contains("RECORD_BASED_STRUCTURE_METADATA", written, StringComparison.Ordinal);
        var records = MetadataSidecar.Parse(Encoding.UTF8.GetBytes(written)).Records!;
        Assert.Equal("Content", records.ContentField);
        Assert.Equal(["CaseID"], records.MetadataFields);
    }

    [Fact]
    public void Write_ARecordStructureWithoutMetadata_ExcludesEveryOtherColumn()
    {
        var records = MetadataSidecar.Parse(new MetadataSidecar(new Dictionary<string, MetadataAttribute>(), new RecordStructure("Content", [], ["A", "B"])).Write()).Records!;
        Assert.Empty(records.MetadataFields);
        Assert.Equal(["A", "B"], records.LeftOut);
    }

    [Fact]
    public void Write_MoreThan10Kilobytes_IsRefused() => Assert.Equal("SidecarTooLarge", Assert.Throws<PortalProblemException>(() =>
        new MetadataSidecar(Enumerable.Range(0, 6).ToDictionary(number => $"k{number}", _ => new MetadataAttribute(new MetadataValue.Text(new string('x', 2000))))).Write()).Problem.Code);

    [Fact]
    public void Parse_WhatWasWritten_IsTheSame() => Prop.ForAll(Sidecars.ToArbitrary(), sidecar =>
    {
        var read = MetadataSidecar.Parse(sidecar.Write());
        return read.Attributes.SequenceEqual(sidecar.Attributes);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Judge_TellsCompleteFromIncompleteAndForeign()
    {
        MetadataField[] schema = [new("documentType", MetadataType.String, Required: true), new("region", MetadataType.String, AllowedValues: ["Europe"])];
        Assert.Equal(SidecarState.Complete, Judge("""{"metadataAttributes":{"customer":"CustomerA","documentType":"Guide","region":"Europe"}}"""));
        Assert.Equal(SidecarState.Incomplete, Judge("""{"metadataAttributes":{"customer":"CustomerA"}}"""));
        Assert.Equal(SidecarState.Incomplete, Judge("""{"metadataAttributes":{"customer":"CustomerA","documentType":"Guide","region":"Mars"}}"""));
        Assert.Equal(SidecarState.Incomplete, Judge("""{"metadataAttributes":{"customer":"CustomerA","documentType":7}}"""));
        Assert.Equal(SidecarState.Foreign, Judge("""{"metadataAttributes":{"customer":"CustomerB","documentType":"Guide"}}"""));
        Assert.Equal(SidecarState.Foreign, Judge("""{"metadataAttributes":{"customer":"customera","documentType":"Guide"}}"""));
        Assert.Equal(SidecarState.Foreign, Judge("""{"metadataAttributes":{"documentType":"Guide"}}"""));

        SidecarState Judge(string json) => SidecarRules.Judge(Parse(json), schema, Tenant).State;
    }

    [Theory]
    [InlineData("customer", "CustomerB")]
    [InlineData("Customer", "CustomerA")]
    [InlineData("ｃustomer", "CustomerA")]
    public void Check_OfInputThatNamesTheTenant_IsRefused(string key, string value) =>
        Assert.Equal("TenantAttribute", Assert.Single(SidecarRules.Check(new Dictionary<string, MetadataAttribute> { [key] = new(new MetadataValue.Text(value)) }, [], Tenant)).Code);

    private static MetadataSidecar Parse(string json) => MetadataSidecar.Parse(Encoding.UTF8.GetBytes(json));

    private static Gen<string> Words => Gen.ArrayOf(Gen.Elements("a", "Z", "ü", "文", "😀", "\"", "\\", "/", " ", "\u2028", "<", "0")).Select(parts => string.Concat(parts.Take(12)));

    private static Gen<MetadataValue> Values => Gen.OneOf(
        Words.Select(text => (MetadataValue)new MetadataValue.Text(text)),
        ArbMap.Default.GeneratorFor<NormalFloat>().Select(number => (MetadataValue)new MetadataValue.Number(number.Get)),
        ArbMap.Default.GeneratorFor<bool>().Select(flag => (MetadataValue)new MetadataValue.Flag(flag)),
        Gen.ArrayOf(Words).Select(list => (MetadataValue)new MetadataValue.Texts([.. list.Take(10)])));

    private static Gen<MetadataSidecar> Sidecars =>
        from count in Gen.Choose(0, 8)
        from keys in Gen.ArrayOf(Words, count)
        from values in Gen.ArrayOf(Values, count)
        from embedded in Gen.ArrayOf(ArbMap.Default.GeneratorFor<bool>(), count)
        select new MetadataSidecar(keys.Select((key, index) => (Key: $"{key}{index}", Attribute: new MetadataAttribute(values[index], embedded[index]))).ToDictionary(pair => pair.Key, pair => pair.Attribute));
}
