using Portal.KnowledgeBases.Sync;
using Xunit;

namespace Portal.KnowledgeBases;

public class FailureReasonsTests
{
    private static readonly FailureReasons OfA = new("docs", "customer-data/CustomerA/", "customer-data/", ["CustomerB", "Beta Clinics", "customer-data/CustomerB/"]);

    [Theory]
    [InlineData("Ignored 1 file as its format was not supported. [File: s3://docs/customer-data/CustomerA/x.bin]", true)]
    [InlineData("Ignored 2 files. [Files: s3://docs/customer-data/CustomerA/x.bin, s3://docs/customer-data/CustomerA/y.bin]", true)]
    [InlineData("Ignored 2 files. [Files: s3://docs/customer-data/CustomerA/x.bin, s3://docs/customer-data/CustomerB/y.bin]", false)]
    [InlineData("s3://docs/customer-data/CustomerB/y.bin: too large", false)]
    [InlineData("s3://docs/customer-data/CustomerAB/y.bin: too large", false)]
    [InlineData("s3://other/customer-data/CustomerA/y.bin: too large", false)]
    [InlineData("S3://docs/customer-data/CustomerB/y.bin and s3://docs/customer-data/CustomerA/x.bin: too large", false)]
    [InlineData("The model is not accessible.", false)]
    [InlineData("s3://docs/customer-data/CustomerA/x.bin failed like secret-plan.pdf", false)]
    [InlineData("s3://docs/customer-data/CustomerA/x.bin failed, see customer-data/other", false)]
    [InlineData("s3://docs/customer-data/CustomerA/x.bin failed for beta clinics", false)]
    [InlineData("s3://docs/customer-data/CustomerA/a file, with spaces.pdf: too large", false)]
    [InlineData("", false)]
    public void Filter_OneReason_ShowsOnlyWhatIsSurelyOwn(string reason, bool shown)
    {
        var visible = OfA.Filter([reason]);
        Assert.Equal(shown ? (1, 0) : (0, 1), (visible.Shown.Count, visible.Hidden));
    }
}
