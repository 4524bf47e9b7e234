using System.Text;
using Portal.LocalCloud.BedrockAgent.Ingestion;
using Xunit;

namespace Portal.LocalCloud.Tests.BedrockAgent.Ingestion;

public sealed class SidecarReaderTests
{
    [Fact]
    public void Read_BothFormsInOneFile_GivesAllAttributes()
    {
        var sidecar = Read("""{"metadataAttributes":{"customer":"A","year":2022,"open":true,"tags":["x","y"],"focus":{"value":{"type":"STRING","stringValue":"HIPAA"},"includeForEmbedding":true},"rank":{"value":{"type":"NUMBER","numberValue":1.5}}}}""");
        Assert.Equal(["customer", "year", "open", "tags", "focus", "rank"], sidecar.Attributes.Select(attribute => attribute.Key));
        Assert.Equal("HIPAA", sidecar.Attributes[4].Value.GetString());
        Assert.Equal(["focus"], sidecar.Attributes.Where(attribute => attribute.IncludeForEmbedding).Select(attribute => attribute.Key));
        Assert.Null(sidecar.Records);
    }

    [Theory]
    [InlineData("not json", "not valid JSON")]
    [InlineData("[]", "JSON object")]
    [InlineData("{}", "no 'metadataAttributes'")]
    [InlineData("""{"metadataAttributes":{"x-amz-bedrock-kb-source-uri":"a"}}""", "reserved")]
    [InlineData("""{"metadataAttributes":{"":"a"}}""", "1 to 200")]
    [InlineData("""{"metadataAttributes":{"k":null}}""", "must be a string, number, boolean or list")]
    [InlineData("""{"metadataAttributes":{"k":[]}}""", "1 to 10 strings")]
    [InlineData("""{"metadataAttributes":{"k":[1]}}""", "strings only")]
    [InlineData("""{"metadataAttributes":{"k":""}}""", "1 to 2048")]
    [InlineData("""{"metadataAttributes":{"k":{"value":{"type":"NUMBER","stringValue":"1"}}}}""", "needs 'numberValue'")]
    [InlineData("""{"metadataAttributes":{"k":{"value":{"type":"DATE"}}}}""", "must be STRING")]
    [InlineData("""{"metadataAttributes":{"k":"a","k":"b"}}""", "given twice")]
    [InlineData("""{"documentStructureConfiguration":{"type":"OTHER"}}""", "RECORD_BASED_STRUCTURE_METADATA")]
    [InlineData("""{"documentStructureConfiguration":{"type":"RECORD_BASED_STRUCTURE_METADATA","recordBasedStructureMetadata":{"contentFields":[]}}}""", "exactly one column")]
    [InlineData("""{"documentStructureConfiguration":{"type":"RECORD_BASED_STRUCTURE_METADATA","recordBasedStructureMetadata":{"contentFields":[{"fieldName":"a"},{"fieldName":"b"}]}}}""", "exactly one column")]
    public void Read_Invalid_SaysWhatIsWrong(string content, string reason) =>
        Assert.Contains(reason, Assert.Throws<DocumentProblemException>(() => Read(content)).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_OverTenKilobytes_IsRefused() =>
        Assert.Contains("10 KB", Assert.Throws<DocumentProblemException>(() => SidecarReader.Read(new byte[10 * 1024 + 1])).Message, StringComparison.Ordinal);

    [Fact]
    public void CsvRecords_IncludeAndExclude_ChooseTheMetadataColumns()
    {
        const string csv = "id,text,a,b\r\n1,\"hello, \"\"you\"\"\",x,y\r\n2,\"two\nlines\",,z\r\n";
        var all = CsvRecords.Read(csv, new RecordStructure("text", null, ["b"]));
        Assert.Equal(["hello, \"you\"", "two\nlines"], all.Select(record => record.Content));
        Assert.Equal(["id", "a"], all[0].Attributes.Select(attribute => attribute.Key));
        Assert.Equal(["id"], all[1].Attributes.Select(attribute => attribute.Key));
        Assert.Equal(["b"], CsvRecords.Read(csv, new RecordStructure("text", ["b"], null))[0].Attributes.Select(attribute => attribute.Key));
    }

    [Theory]
    [InlineData("id,text\n1,a", "missing", "no column 'missing'")]
    [InlineData("id,text\n1,\"a", "text", "not closed")]
    [InlineData("id,text\n1,\"a\"b", "text", "follows a closing quote")]
    [InlineData("id,text\n1,a,b", "text", "3 fields")]
    [InlineData("", "text", "no header")]
    [InlineData("x-amz-bedrock-kb-source-uri,text\n1,a", "text", "reserved")]
    public void CsvRecords_Malformed_SaysWhatIsWrong(string csv, string content, string reason) =>
        Assert.Contains(reason, Assert.Throws<DocumentProblemException>(() => CsvRecords.Read(csv, new RecordStructure(content, null, null))).Message, StringComparison.Ordinal);

    private static Sidecar Read(string content) => SidecarReader.Read(Encoding.UTF8.GetBytes(content));
}
