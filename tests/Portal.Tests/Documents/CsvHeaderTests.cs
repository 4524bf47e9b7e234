using System.Text;
using Xunit;

namespace Portal.Documents;

public sealed class CsvHeaderTests
{
    [Theory]
    [InlineData("CaseID,DoctorID,Content\n1,2,3\n", "CaseID|DoctorID|Content")]
    [InlineData("\uFEFFCaseID,Content\r\n1,2", "CaseID|Content")]
    [InlineData("\"Case, ID\",\"say \"\"hi\"\"\",\"two\nlines\"\n", "Case, ID|say \"hi\"|two\nlines")]
    [InlineData("Only", "Only")]
    public void Read_AHeaderRow_GivesItsColumns(string text, string expected) => Assert.Equal(expected.Split('|'), CsvHeader.Read(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("")]
    [InlineData("\n1,2")]
    [InlineData("a,,b\n")]
    [InlineData("a,a\n")]
    [InlineData("\"a,b\n")]
    [InlineData("\"a\"b,c\n")]
    [InlineData("a\"b,c\n")]
    public void Read_AnUnusableHeader_IsRefused(string text) => Assert.Equal("InvalidCsv", Assert.Throws<PortalProblemException>(() => CsvHeader.Read(Encoding.UTF8.GetBytes(text))).Problem.Code);

    [Fact]
    public void Read_AnotherEncoding_IsRefused() => Assert.Throws<PortalProblemException>(() => CsvHeader.Read([(byte)'a', 0xE4, (byte)',', (byte)'b', (byte)'\n']));

    [Fact]
    public void Complete_AChoiceOfColumns_LeavesTheOthersOut()
    {
        var records = CsvHeader.Complete(["CaseID", "PatientID", "Content"], new RecordStructure("Content", ["PatientID"], []), "customer");
        Assert.Equal(["CaseID"], records.LeftOut);
    }

    [Theory]
    [InlineData("Missing", "CaseID")]
    [InlineData("Content", "Missing")]
    [InlineData("Content", "Content")]
    [InlineData("Content", "Customer")]
    [InlineData("Content", "x-amz-bedrock-kb-source-uri")]
    public void Complete_AColumnThatCannotBe_IsRefused(string content, string metadata) => Assert.Throws<PortalProblemException>(() =>
        CsvHeader.Complete(["CaseID", "Content", "Customer", "x-amz-bedrock-kb-source-uri"], new RecordStructure(content, [metadata], []), "customer"));
}
