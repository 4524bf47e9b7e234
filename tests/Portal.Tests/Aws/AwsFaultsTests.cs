using Amazon.S3.Model;
using Portal.LocalCloud.Pipeline;
using Portal.Testing;
using Xunit;

namespace Portal.Aws;

public sealed class AwsFaultsTests(LocalCloudFixture cloud) : IClassFixture<LocalCloudFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FaultKind.Deny, "AccessDenied", "lacks a permission", false)]
    [InlineData(FaultKind.Throttle, "SlowDown", "slow down", true)]
    [InlineData(FaultKind.Error, "InternalError", "internal failure", true)]
    public async Task ProblemOf_ARefusalOfAws_HasItsCodeRequestIdAndANextStep(FaultKind kind, string code, string words, bool transient)
    {
        cloud.Faults.Arm(new ArmedFault { On = "s3:ListBucket", Kind = kind });
        using var calls = AwsCallLog.Begin();

        var fault = await Assert.ThrowsAnyAsync<Exception>(() => cloud.Clients.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "any-bucket" }, Cancellation));
        cloud.Faults.Clear();

        var problem = AwsFaults.ProblemOf(fault)!;
        Assert.Equal(code, problem.Code);
        Assert.Contains(words, problem.Sentence, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Remedy);
        Assert.NotEmpty(problem.AwsRequestId!);
        Assert.Equal(transient, AwsFaults.IsTransient(fault));
        Assert.Contains(calls.Calls, call => call is { Service: "S3", Operation: "ListObjectsV2" } && call.ErrorCode == code && call.RequestId == problem.AwsRequestId);
    }

    [Fact]
    public async Task ProblemOf_AnAddressWithNobodyThere_SaysThatAwsCannotBeReached()
    {
        using var pacer = new AwsPacer(TimeProvider.System);
        var nobody = new AwsClients(new AwsOptions { LocalCloudUrl = "http://127.0.0.1:1" }, pacer).For(new AwsConnection { Label = "", AccountId = "000000000000", Region = "us-east-1" });

        var fault = await Assert.ThrowsAnyAsync<Exception>(() => nobody.S3.ListBucketsAsync(Cancellation));

        Assert.Equal("Unreachable", AwsFaults.ProblemOf(fault)?.Code);
        Assert.True(AwsFaults.IsTransient(fault));
    }

    [Fact]
    public void ProblemOf_ABugOrACancellation_IsNone()
    {
        Assert.Null(AwsFaults.ProblemOf(new InvalidOperationException("a bug")));
        Assert.Null(AwsFaults.ProblemOf(new OperationCanceledException()));
    }
}
