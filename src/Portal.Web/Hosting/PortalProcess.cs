using Microsoft.AspNetCore.Connections;
using Portal.Postgres;

namespace Portal.Web.Hosting;

/// <summary>The life of the process: prepare the ground, build, run; what its owner can mend is one sentence and exit code 1.</summary>
internal static class PortalProcess
{
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var portal = await PreparedPortal.CreateAsync(args);
            await portal.App.StartAsync();
            await portal.AnnounceAsync();
            await portal.App.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception exception) when (Sentence(exception) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    private static string? Sentence(Exception exception) => exception switch
    {
        StartProblemException problem => problem.Message,
        IOException { InnerException: AddressInUseException } busy =>
            $"{busy.Message.TrimEnd('.')}: another program listens there; stop it, or set Portal:Url (or LocalCloud:Url) to a free address.",
        Microsoft.Extensions.Options.OptionsValidationException invalid => string.Join(' ', invalid.Failures),
        AggregateException { InnerExceptions: [var only] } => Sentence(only),
        _ => null,
    };
}
