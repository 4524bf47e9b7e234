using Microsoft.Extensions.DependencyInjection;
using Portal.KnowledgeBases.Making;
using Portal.Operations;

namespace Portal.KnowledgeBases;

public static class KnowledgeBasesCapability
{
    /// <summary>Knowledge bases: catalogue, making, sync.</summary>
    public static IServiceCollection AddKnowledgeBases(this IServiceCollection services)
    {
        services.AddSingleton<KnowledgeBaseBuilder>().AddSingleton<DataSourceBuilder>().AddSingleton<KnowledgeBaseCatalog>();
        services.AddOperation<MakeKnowledgeBase>();
        services.AddOperation<MakeDataSource>();
        return services;
    }
}
