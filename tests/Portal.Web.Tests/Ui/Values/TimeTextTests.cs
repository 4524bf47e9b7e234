using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Portal.Web.Ui.Values;

public sealed class TimeTextTests : UiTest
{
    private static readonly DateTimeOffset _now = new(2026, 11, 20, 14, 32, 7, TimeSpan.Zero);

    public TimeTextTests() => Services.AddSingleton<TimeProvider>(new StoppedClock(_now));

    [Theory]
    [InlineData(TimeStyle.Short, 0, "14:32")]
    [InlineData(TimeStyle.Short, -24 * 60, "19 Nov, 14:32")]
    [InlineData(TimeStyle.Short, -366 * 24 * 60, "19 Nov 2025")]
    [InlineData(TimeStyle.Full, 0, "20 Nov 2026, 14:32:07")]
    [InlineData(TimeStyle.Relative, 0, "just now")]
    [InlineData(TimeStyle.Relative, -8, "8 min ago")]
    [InlineData(TimeStyle.Relative, -190, "3 h ago")]
    [InlineData(TimeStyle.Relative, -24 * 60, "1 day ago")]
    [InlineData(TimeStyle.Relative, 90, "in 1 h")]
    public void Render_InUtc_ShowsTheInstant(TimeStyle style, int minutes, string expected) =>
        Assert.Equal(expected, Show(_now.AddMinutes(minutes), style).TextContent);

    [Fact]
    public void Render_InTokyo_ShowsTheViewersClockAndUtcOnHover()
    {
        Services.GetRequiredService<ViewerZone>().Set("Asia/Tokyo");
        var time = Show(_now, TimeStyle.Full);
        Assert.Equal("20 Nov 2026, 23:32:07", time.TextContent);
        Assert.Equal("2026-11-20 14:32:07 UTC", time.GetAttribute("title"));
        Assert.Equal("2026-11-20T14:32:07Z", time.GetAttribute("datetime"));
    }

    [Fact]
    public void Render_OfUnknownZone_StaysInUtc()
    {
        Services.GetRequiredService<ViewerZone>().Set("Moon/Tranquility");
        Assert.Equal("14:32", Show(_now, TimeStyle.Short).TextContent);
    }

    [Fact]
    public void Render_OfNothing_ShowsADash() => Assert.Equal("–", Render<TimeText>(p => p.Add(x => x.Value, null)).Markup.Trim());

    private AngleSharp.Dom.IElement Show(DateTimeOffset value, TimeStyle style) =>
        Render<TimeText>(p => p.Add(x => x.Value, value).Add(x => x.Style, style)).Find("time");

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
