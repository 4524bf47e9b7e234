using Portal.Testing;
using Xunit;

namespace Portal.Aws;

public sealed class AwsPacerTests
{
    private const string Account = "000000000000";
    private const string Region = "us-east-1";

    [Fact]
    public async Task Wait_AfterAThrottle_HoldsEveryoneOnTheOperationAndNobodyElse()
    {
        var time = new ManualTime();
        using var pacer = new AwsPacer(time);
        pacer.Throttled(Account, Region, "S3.PutObject", 1);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pacer.WaitAsync(Account, Region, "S3.PutObject", 1, soon.Token));
        await pacer.WaitAsync(Account, Region, "S3.GetObject", 1, CancellationToken.None);
        await pacer.WaitAsync("111122223333", Region, "S3.PutObject", 1, CancellationToken.None);

        time.Advance(TimeSpan.FromSeconds(1));
        await pacer.WaitAsync(Account, Region, "S3.PutObject", 1, CancellationToken.None);
    }

    [Fact]
    public async Task Throttled_TwiceInARow_PausesLonger()
    {
        var time = new ManualTime();
        using var pacer = new AwsPacer(time);
        for (var times = 0; times < 4; times++) pacer.Throttled(Account, Region, "S3.PutObject", 1);
        time.Advance(TimeSpan.FromSeconds(1));
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pacer.WaitAsync(Account, Region, "S3.PutObject", 1, soon.Token));

        time.Advance(TimeSpan.FromSeconds(2));
        await pacer.WaitAsync(Account, Region, "S3.PutObject", 1, CancellationToken.None);
    }

    [Fact]
    public async Task Wait_ForASecondStartIngestionJob_IsHeldByAwsQuotaOfOneInTenSeconds()
    {
        using var pacer = new AwsPacer(TimeProvider.System);
        await pacer.WaitAsync(Account, Region, "BedrockAgent.StartIngestionJob", 1, CancellationToken.None);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pacer.WaitAsync(Account, Region, "BedrockAgent.StartIngestionJob", 1, soon.Token));
    }
}
