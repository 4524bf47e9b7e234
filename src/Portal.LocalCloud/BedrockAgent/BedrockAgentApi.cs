using Microsoft.Extensions.DependencyInjection;
using Portal.LocalCloud.BedrockAgent.Ingestion;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire.RestJson;

namespace Portal.LocalCloud.BedrockAgent;

/// <summary>Agents for Amazon Bedrock: knowledge bases, data sources, ingestion.</summary>
internal static class BedrockAgentApi
{
    public static IServiceCollection AddBedrockAgent(this IServiceCollection services) => services
        .AddSingleton<KnowledgeBaseStore>()
        .AddSingleton<DataSourceStore>()
        .AddSingleton<AgentResources>()
        .AddSingleton<DocumentStore>()
        .AddSingleton<IngestionJobStore>()
        .AddSingleton<SourceBucket>()
        .AddSingleton<IngestionWorker>()
        .AddHostedService(provider => provider.GetRequiredService<IngestionWorker>())
        .AddSingleton(new ServiceApi("bedrock-agent", "bedrock", "bedrock", new RestJsonWire())
        {
            Operations =
            [
                Operation.Of<CreateKnowledgeBase>(), Operation.Of<GetKnowledgeBase>(), Operation.Of<ListKnowledgeBases>(), Operation.Of<UpdateKnowledgeBase>(), Operation.Of<DeleteKnowledgeBase>(),
                Operation.Of<CreateDataSource>(), Operation.Of<GetDataSource>(), Operation.Of<ListDataSources>(), Operation.Of<UpdateDataSource>(), Operation.Of<DeleteDataSource>(),
                Operation.Of<StartIngestionJob>(), Operation.Of<GetIngestionJob>(), Operation.Of<ListIngestionJobs>(), Operation.Of<StopIngestionJob>(),
                Operation.Of<IngestKnowledgeBaseDocuments>(), Operation.Of<GetKnowledgeBaseDocuments>(), Operation.Of<ListKnowledgeBaseDocuments>(), Operation.Of<DeleteKnowledgeBaseDocuments>(),
                Operation.Of<TagResource>(), Operation.Of<UntagResource>(), Operation.Of<ListTagsForResource>(),
            ],
        });
}
