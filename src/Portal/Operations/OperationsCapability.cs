using Microsoft.Extensions.DependencyInjection;

namespace Portal.Operations;

public static class OperationsCapability
{
    /// <summary>The journal, the desk, the feed and the runner.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddSingleton<OperationDesk>();
        services.AddSingleton<OperationFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<OperationFeed>());
        services.AddHostedService<OperationRunner>();
        return services;
    }

    /// <summary>Registers a kind of durable work.</summary>
    public static IServiceCollection AddOperation<TKind>(this IServiceCollection services)
        where TKind : OperationKind => services.AddSingleton<OperationKind, TKind>();
}
