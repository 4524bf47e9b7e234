using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Portal.Documents;

public sealed class DocumentKeyTests
{
    private const string Prefix = "customer-data/CustomerA/";

    [Theory]
    [InlineData("", "guide.md", "customer-data/CustomerA/guide.md")]
    [InlineData("policies", "a b+c%20&=?#.md", "customer-data/CustomerA/policies/a b+c%20&=?#.md")]
    [InlineData("policies/2026/", "Ünïcödé 文書.pdf", "customer-data/CustomerA/policies/2026/Ünïcödé 文書.pdf")]
    [InlineData("e\u0301", "nfd-e\u0301.txt", "customer-data/CustomerA/e\u0301/nfd-e\u0301.txt")]
    [InlineData("a\\..", "..\\b.txt", "customer-data/CustomerA/a\\../..\\b.txt")]
    [InlineData("...", "...", "customer-data/CustomerA/.../...")]
    public void Of_AnyLegalName_KeepsItByteForByte(string folder, string name, string expected)
    {
        var key = DocumentKey.Of(Prefix, folder, name);
        Assert.Equal(expected, key.Value);
        Assert.Equal(expected + ".metadata.json", key.SidecarValue);
        Assert.True(DocumentKey.TryParse(Prefix, expected, out var parsed));
        Assert.Equal(key, parsed);
    }

    [Theory]
    [InlineData("..", "a.md")]
    [InlineData("../CustomerB", "a.md")]
    [InlineData("policies/../..", "a.md")]
    [InlineData("./policies", "a.md")]
    [InlineData("/policies", "a.md")]
    [InlineData("a//b", "a.md")]
    [InlineData("a//", "a.md")]
    [InlineData("", "..")]
    [InlineData("", ".")]
    [InlineData("", "")]
    [InlineData("", "a/b.md")]
    [InlineData("", "../CustomerB/a.md")]
    [InlineData("", "a\0.md")]
    [InlineData("", "a\r\nX: y.md")]
    [InlineData("", "a\u0085.md")]
    [InlineData("", "a\uFFFE.md")]
    [InlineData("", "a.md.metadata.json")]
    [InlineData("", ".metadata.json")]
    [InlineData("", "a.MD.METADATA.JSON")]
    public void Of_ANameThatLeadsElsewhere_IsRefused(string folder, string name) =>
        Assert.Contains(Assert.Throws<PortalProblemException>(() => DocumentKey.Of(Prefix, folder, name)).Problem.Field, new[] { "Folder", "Name" });

    [Fact]
    public void Of_HalfASurrogatePair_IsRefused() => Assert.Throws<PortalProblemException>(() => DocumentKey.Of(Prefix, "", "a\uD800.md"));

    [Fact]
    public void Of_AKeyWhoseSidecarWouldNotFit_IsRefused()
    {
        var longest = new string('ü', (1024 - Prefix.Length - ".metadata.json".Length) / 2);
        Assert.Equal(1024, Encoding.UTF8.GetByteCount(DocumentKey.Of(Prefix, "", longest).SidecarValue));
        Assert.Throws<PortalProblemException>(() => DocumentKey.Of(Prefix, "", longest + "a"));
    }

    [Theory]
    [InlineData("customer-data/CustomerB/a.md")]
    [InlineData("customer-data/CustomerA")]
    [InlineData("customer-data/CustomerA/")]
    [InlineData("customer-data/CustomerA/policies/")]
    [InlineData("customer-data/CustomerA//a.md")]
    [InlineData("customer-data/CustomerA/../CustomerB/a.md")]
    [InlineData("customer-data/CustomerA/a.md.metadata.json")]
    [InlineData("customer-data/CustomerAB/a.md")]
    public void TryParse_AKeyThatIsNoDocumentOfTheTenant_IsFalse(string key) => Assert.False(DocumentKey.TryParse(Prefix, key, out _));

    [Fact]
    public void Of_AnyFolderAndName_IsRefusedOrStaysBelowThePrefix() => Prop.ForAll(Hostile.ToArbitrary(), Hostile.ToArbitrary(), (folder, name) =>
    {
        DocumentKey key;
        try
        {
            key = DocumentKey.Of(Prefix, folder, name);
        }
        catch (PortalProblemException)
        {
            return true;
        }

        var resolved = new Uri(new Uri("s3://bucket/"), string.Join('/', key.Value.Split('/').Select(Uri.EscapeDataString))).AbsolutePath;
        return key.Value.StartsWith(Prefix, StringComparison.Ordinal)
            && resolved.StartsWith("/" + Prefix, StringComparison.Ordinal)
            && key.Name == name
            && Encoding.UTF8.GetByteCount(key.SidecarValue) <= 1024
            && DocumentKey.TryParse(Prefix, key.Value, out var parsed) && parsed == key;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    /// <summary>Texts that are mostly made of what has a meaning in paths.</summary>
    private static Gen<string> Hostile => Gen.ArrayOf(Gen.OneOf(
        Gen.Elements("/", "..", ".", "\\", "%2e%2e", "%2F", "\0", "\n", "\uD800", "\u202E", ".metadata.json", "a", "policies", "customer-data/CustomerB/", " ", "文"),
        ArbMap.Default.GeneratorFor<char>().Select(letter => letter.ToString()))).Select(parts => string.Concat(parts));
}
