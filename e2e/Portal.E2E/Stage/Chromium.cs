using Microsoft.Playwright;

namespace Portal.E2E.Stage;

/// <summary>One browser for all journeys of the process.</summary>
public static class Chromium
{
    private static readonly Lazy<Task<IBrowser>> Browser = new(LaunchAsync);

    /// <summary>A window with cookies of its own.</summary>
    public static async Task<Visit> VisitAsync(string url, int width = 1440, int height = 900, ColorScheme colors = ColorScheme.Light)
    {
        var context = await (await Browser.Value).NewContextAsync(new()
        {
            BaseURL = url,
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = colors,
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(30_000);
        await context.Tracing.StartAsync(new() { Screenshots = true, Snapshots = true });
        return new Visit(context, await context.NewPageAsync());
    }

    private static async Task<IBrowser> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(20_000);
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }
}
