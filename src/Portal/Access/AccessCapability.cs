using Microsoft.Extensions.DependencyInjection;

namespace Portal.Access;

public static class AccessCapability
{
    /// <summary>Actors and the audit.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services) => services.AddSingleton<ActorDirectory>().AddSingleton<AuditTrail>();
}
