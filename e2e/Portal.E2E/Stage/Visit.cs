using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Portal.E2E.Stage;

/// <summary>A person at a browser. Ending the visit fails the test when the console had errors, and leaves a trace.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> consoleErrors = new();
    private readonly ConcurrentQueue<string> frames = new();
    private volatile string? forgiven;

    internal Visit(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && (forgiven is not { } words || !message.Text.Contains(words, StringComparison.Ordinal))) consoleErrors.Enqueue($"{message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => consoleErrors.Enqueue(error);
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => frames.Enqueue(frame.Text ?? System.Text.Encoding.UTF8.GetString(frame.Binary ?? []));
    }

    public IPage Page { get; }

    /// <summary>Everything the server has sent through the circuit.</summary>
    public string CircuitFrames => string.Join('\n', frames);

    /// <summary>Only what is sent from now on counts.</summary>
    public void ForgetFrames() => frames.Clear();

    /// <summary>Errors that a journey provokes on purpose (a killed server) are not the page's.</summary>
    public void ForgetConsole() => consoleErrors.Clear();

    /// <summary>From now on errors with these words do not count: "status of 403" where a journey asks for what it may not have.</summary>
    public void Forgive(string words) => forgiven = words;

    public async Task SignInAsync(string email, string password, string path = "/")
    {
        await Page.GotoAsync(path);
        await Page.GetByLabel("Email").FillAsync(email);
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(Page).Not.ToHaveURLAsync(new Regex("/sign-in"));
    }

    /// <summary>Goes there and waits until the page is alive and everything on it is loaded.</summary>
    /// <returns>What the server answered.</returns>
    public async Task<IResponse> OpenAsync(string path)
    {
        var answer = await Page.GotoAsync(path);
        await SettledAsync();
        return answer!;
    }

    /// <summary>The page is alive (the tenant switcher comes with the circuit) and nothing on it still loads.</summary>
    public async Task SettledAsync()
    {
        await Assertions.Expect(Page.Locator(".top > details.menu > summary > .mark")).ToBeAttachedAsync();
        await Assertions.Expect(Page.Locator("main").Locator("h1, h2").First).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator(".skeleton, [aria-busy=true]")).ToHaveCountAsync(0);
    }

    /// <summary>axe finds nothing on the page as it is now; see <see cref="SettledAsync"/>, for while a circuit takes over the prerendered page its title is taken out and put back.</summary>
    public async Task AssertAccessibleAsync()
    {
        var result = await Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.True(
            result.Violations.Length == 0,
            $"{Page.Url}: " + string.Join("; ", result.Violations.Select(violation => $"{violation.Id}: {violation.Help} at {string.Join(", ", violation.Nodes.Select(node => node.Target.ToString()))}")));
    }

    public async ValueTask DisposeAsync()
    {
        // Whether the test failed is not known yet while it unwinds, so every visit leaves its last trace.
        await context.Tracing.StopAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "traces", $"{TestContext.Current.TestMethod?.MethodName}.zip") });
        await context.DisposeAsync();
        Assert.True(consoleErrors.IsEmpty, "The browser's console had errors: " + string.Join("; ", consoleErrors));
    }
}
