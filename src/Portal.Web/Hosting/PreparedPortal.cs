using Portal.Access;

namespace Portal.Web.Hosting;

/// <summary>A portal on its ground, built and not yet started; tests start it too.</summary>
internal sealed class PreparedPortal : IAsyncDisposable
{
    private readonly PortalGround ground;
    private readonly ILoggerFactory startLogs;

    private PreparedPortal(WebApplication app, PortalGround ground, ILoggerFactory startLogs) => (App, this.ground, this.startLogs) = (app, ground, startLogs);

    public WebApplication App { get; }

    public static async Task<PreparedPortal> CreateAsync(string[] args, CancellationToken cancellation = default)
    {
        // The content root is where the program is, so that ./data means the folder it was started in.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var options = PortalOptions.Read(builder.Configuration);
        var startLogs = LoggerFactory.Create(logging => logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddSimpleConsole(console => console.SingleLine = true));
        var ground = await PortalGround.PrepareAsync(options, startLogs, cancellation);
        try
        {
            return new PreparedPortal(PortalParts.Build(builder, options, ground), ground, startLogs);
        }
        catch
        {
            await ground.DisposeAsync();
            startLogs.Dispose();
            throw;
        }
    }

    /// <summary>Says where it is to be found, and on the first start how to become its administrator.</summary>
    public async Task AnnounceAsync(CancellationToken cancellation = default)
    {
        var code = await App.Services.GetRequiredService<FirstAdministrator>().PrepareAsync(cancellation);
        if (code is not null) Console.WriteLine($"No administrator yet: open {Address}/setup and enter the set-up code {code}");
        // Last, because whoever waits for the portal waits for this line.
        foreach (var url in App.Urls) Console.WriteLine($"Portal is ready at {url}");
    }

    private string Address => (App.Services.GetRequiredService<PortalOptions>().PublicUrl?.ToString() ?? App.Urls.First()).TrimEnd('/');

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await ground.DisposeAsync();
        startLogs.Dispose();
    }
}
