using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Aws;

namespace Portal.Documents;

public static class DocumentsCapability
{
    /// <summary>Documents: the library, and the recovery of uploads that lost their process.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddSingleton<UploadJournal>();
        services.AddSingleton<DocumentWriter>();
        services.AddSingleton(provider => new DocumentLibrary(
            provider.GetRequiredService<AwsClients>(), provider.GetRequiredService<DocumentWriter>(), provider.GetRequiredService<UploadJournal>(),
            provider.GetRequiredService<ConnectionGuard>(), provider.GetRequiredService<AuditTrail>()));
        services.AddHostedService<UploadRecovery>();
        return services;
    }
}
