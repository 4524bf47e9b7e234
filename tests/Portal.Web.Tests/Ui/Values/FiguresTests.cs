using System.Globalization;
using Xunit;

namespace Portal.Web.Ui.Values;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(null, "–")]
    [InlineData(0L, "0")]
    [InlineData(1926L, "1,926")]
    [InlineData(999_999L, "999,999")]
    [InlineData(1_000_000L, "1.0 M")]
    [InlineData(34_312_000L, "34.3 M")]
    [InlineData(999_950_000L, "1.0 G")]
    [InlineData(-1926L, "−1,926")]
    public void Count_OfAnyValue_HasCommasAndMillions(long? value, string expected) => Assert.Equal(expected, Figures.Count(value));

    [Theory]
    [InlineData(1, "1 document")]
    [InlineData(0, "0 documents")]
    [InlineData(1200, "1,200 documents")]
    public void Count_WithNoun_PicksThePlural(long value, string expected) => Assert.Equal(expected, Figures.Count(value, "document"));

    [Fact]
    public void Count_WithIrregularPlural_UsesIt() => Assert.Equal("2 knowledge bases", Figures.Count(2, "knowledge base", "knowledge bases"));

    [Theory]
    [InlineData(null, "–")]
    [InlineData(0L, "0 bytes")]
    [InlineData(1L, "1 byte")]
    [InlineData(1023L, "1023 bytes")]
    [InlineData(1024L, "1.0 KB")]
    [InlineData(18_637L, "18.2 KB")]
    [InlineData(628_736L, "614 KB")]
    [InlineData(1_048_575L, "1.0 MB")]
    [InlineData(52_428_800L, "50.0 MB")]
    [InlineData(1_099_511_627_776L, "1.0 TB")]
    public void Bytes_OfAnySize_UsesTheFittingUnit(long? value, string expected) => Assert.Equal(expected, Figures.Bytes(value));

    [Theory]
    [InlineData("43.87", "$43.87")]
    [InlineData("0", "$0.00")]
    [InlineData("-0.03", "−$0.03")]
    [InlineData("1234567.5", "$1,234,567.50")]
    [InlineData("0.0042", "$0.0042")]
    [InlineData("0.00001", "$0.000010")]
    public void Money_OfAnyAmount_HasADollarAndATrueMinus(string value, string expected) =>
        Assert.Equal(expected, Figures.Money(decimal.Parse(value, CultureInfo.InvariantCulture)));

    [Fact]
    public void Money_WithoutPrice_IsUnpricedNotZero() => Assert.Equal("unpriced", Figures.Money(null));

    [Theory]
    [InlineData(0.724, "72.4 %")]
    [InlineData(1.0, "100.0 %")]
    [InlineData(-0.051, "−5.1 %")]
    [InlineData(double.NaN, "–")]
    public void Percent_OfAShare_HasOneDecimal(double share, string expected) => Assert.Equal(expected, Figures.Percent(share));

    [Theory]
    [InlineData(480, "480 ms")]
    [InlineData(2_400, "2.4 s")]
    [InlineData(48_000, "48 s")]
    [InlineData(59_800, "1 min")]
    [InlineData(363_000, "6 min 3 s")]
    [InlineData(11_520_000, "3 h 12 min")]
    [InlineData(187_200_000, "2 d 4 h")]
    public void Duration_OfAnyLength_NamesTwoUnitsAtMost(int milliseconds, string expected) =>
        Assert.Equal(expected, Figures.Duration(TimeSpan.FromMilliseconds(milliseconds)));

    [Fact]
    public void Count_UnderAGermanCulture_KeepsItsForm()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal("1,926 18.2 KB $43.87 72.4 %", $"{Figures.Count(1926)} {Figures.Bytes(18_637)} {Figures.Money(43.87m)} {Figures.Percent(0.724)}");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
