using Amazon.Bedrock;
using Amazon.BedrockAgent;

namespace Portal.Settings.Preflight;

/// <summary>Amazon Bedrock: knowledge bases, the shared one, and whether the Region offers the models.</summary>
internal sealed class KnowledgeChecks(IAmazonBedrockAgent agent, IAmazonBedrock bedrock, Workspace? workspace)
{
    private const string SharedTitle = "The shared knowledge base";

    public async Task<IReadOnlyList<PreflightCheck>> RunAsync(CancellationToken cancellation) => await Task.WhenAll(
        ListAsync(cancellation), SharedAsync(cancellation), DataSourcesAsync(cancellation), ModelsAsync(cancellation),
        EmbeddingAsync(cancellation), AnswerAsync(cancellation));

    private Task<PreflightCheck> ListAsync(CancellationToken cancellation) => PreflightProbe.AskAsync(
        "Knowledge bases", "bedrock:ListKnowledgeBases",
        () => agent.ListKnowledgeBasesAsync(new() { MaxResults = 1 }, cancellation),
        answer => PreflightProbe.Pass(answer.KnowledgeBaseSummaries is { Count: > 0 } ? "They can be listed." : "They can be listed; there is none yet."));

    private Task<PreflightCheck> SharedAsync(CancellationToken cancellation) => workspace?.KnowledgeBaseId is not { } id
        ? Task.FromResult(PreflightProbe.Skip(SharedTitle, "bedrock:GetKnowledgeBase", "The workspace names none yet.", "Make or choose one on the Knowledge bases page."))
        : PreflightProbe.AskAsync(
            SharedTitle, "bedrock:GetKnowledgeBase",
            () => agent.GetKnowledgeBaseAsync(new() { KnowledgeBaseId = id }, cancellation),
            answer => answer.KnowledgeBase.Status == KnowledgeBaseStatus.ACTIVE
                ? PreflightProbe.Pass($"{answer.KnowledgeBase.Name} ({id}) is ACTIVE.")
                : PreflightProbe.Warn($"{answer.KnowledgeBase.Name} ({id}) is {answer.KnowledgeBase.Status}.", "Questions and syncs wait until it is ACTIVE."));

    private Task<PreflightCheck> DataSourcesAsync(CancellationToken cancellation) => workspace?.KnowledgeBaseId is not { } id
        ? Task.FromResult(PreflightProbe.Skip("Its data sources", "bedrock:ListDataSources", "There is no shared knowledge base to look at."))
        : PreflightProbe.AskAsync(
            "Its data sources", "bedrock:ListDataSources",
            () => agent.ListDataSourcesAsync(new() { KnowledgeBaseId = id, MaxResults = 10 }, cancellation),
            answer => answer.DataSourceSummaries is { Count: > 0 } sources
                ? PreflightProbe.Pass($"{sources.Count} of at most 5.")
                : PreflightProbe.Warn("None: nothing would be synced.", "Add a data source over the base prefix on the knowledge base's page."));

    private Task<PreflightCheck> ModelsAsync(CancellationToken cancellation) => PreflightProbe.AskAsync(
        "Model catalogue", "bedrock:ListFoundationModels",
        () => bedrock.ListFoundationModelsAsync(new(), cancellation),
        answer => PreflightProbe.Pass($"{answer.ModelSummaries?.Count ?? 0} foundation models are offered in this Region."));

    private Task<PreflightCheck> EmbeddingAsync(CancellationToken cancellation) =>
        ModelAsync("The embedding model", workspace?.EmbeddingModelId, "Name the embedding model in the workspace.", cancellation);

    private Task<PreflightCheck> AnswerAsync(CancellationToken cancellation)
    {
        const string Title = "The answer model";
        if (workspace?.AnswerModelId is not { } id || !IsProfile(id)) return ModelAsync(Title, workspace?.AnswerModelId, "Name the answer model in the workspace.", cancellation);
        return PreflightProbe.AskAsync(
            Title, "bedrock:GetInferenceProfile",
            () => bedrock.GetInferenceProfileAsync(new() { InferenceProfileIdentifier = id }, cancellation),
            answer => PreflightProbe.Pass($"{answer.InferenceProfileName} is {answer.Status}, with {answer.Models?.Count ?? 0} models behind it. Whether the account has access to them shows at the first question."));
    }

    private Task<PreflightCheck> ModelAsync(string title, string? id, string remedy, CancellationToken cancellation) => id is null
        ? Task.FromResult(PreflightProbe.Skip(title, "bedrock:GetFoundationModel", "The workspace names none.", remedy))
        : PreflightProbe.AskAsync(
            title, "bedrock:GetFoundationModel",
            () => bedrock.GetFoundationModelAsync(new() { ModelIdentifier = id }, cancellation),
            answer => PreflightProbe.Pass($"{answer.ModelDetails?.ModelName ?? id} is offered in this Region. Whether the account has access to it shows at the first call."));

    private static bool IsProfile(string id) => KnowledgeBases.ModelArn.IsProfile(id);
}
