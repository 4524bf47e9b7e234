using Microsoft.Extensions.DependencyInjection;
using Portal.Ask.Native;
using Portal.Ask.Safe;

namespace Portal.Ask;

public static class AskCapability
{
    /// <summary>Asking as a tenant: the guard, the re-check, both modes, incidents.</summary>
    public static IServiceCollection AddAsk(this IServiceCollection services) => services
        .AddSingleton<FilterGrounds>().AddSingleton<IncidentLedger>().AddSingleton<SafeAsker>().AddSingleton<AskSessions>().AddSingleton<NativeAsker>();
}
