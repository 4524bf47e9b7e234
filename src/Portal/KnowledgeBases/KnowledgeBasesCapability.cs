using Microsoft.Extensions.DependencyInjection;
using Portal.Aws;
using Portal.KnowledgeBases.Making;
using Portal.KnowledgeBases.Sync;
using Portal.Operations;

namespace Portal.KnowledgeBases;

public static class KnowledgeBasesCapability
{
    /// <summary>Knowledge bases: catalogue, making, sync.</summary>
    public static IServiceCollection AddKnowledgeBases(this IServiceCollection services)
    {
        services.AddSingleton<KnowledgeBaseBuilder>().AddSingleton<DataSourceBuilder>().AddSingleton<KnowledgeBaseCatalog>();
        services.AddSingleton(provider => SyncPace.For(provider.GetRequiredService<AwsOptions>().Cloud));
        services.AddSingleton<IngestionLoad>().AddSingleton<SyncRecorder>().AddSingleton<SyncDesk>().AddSingleton<SyncHistory>().AddSingleton<DocumentIndex>();
        services.AddOperation<MakeKnowledgeBase>();
        services.AddOperation<MakeDataSource>();
        services.AddOperation<SyncKnowledgeBase>();
        return services;
    }
}
