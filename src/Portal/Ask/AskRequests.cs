using Amazon.BedrockAgentRuntime;
using Amazon.BedrockAgentRuntime.Model;
using Portal.KnowledgeBases;
using Portal.Tenants;

namespace Portal.Ask;

/// <summary>The requests that a question becomes. Each carries a <see cref="GuardedFilter"/>; there is no other way to make one.</summary>
public static class AskRequests
{
    /// <summary>Retrieve as this tenant.</summary>
    public static RetrieveRequest Retrieve(TenantScope scope, Question question)
    {
        question.Demand();
        return new RetrieveRequest
        {
            KnowledgeBaseId = KnowledgeBaseOf(scope),
            RetrievalQuery = new KnowledgeBaseQuery { Text = question.Text },
            RetrievalConfiguration = Configuration(question, TenantGuard.Guard(scope, question.Filter)),
        };
    }

    /// <summary>RetrieveAndGenerate as this tenant.</summary>
    /// <param name="scope">Whose question it is.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="sessionId">The conversation that AWS keeps for this tenant and user; null begins one.</param>
    public static RetrieveAndGenerateRequest RetrieveAndGenerate(TenantScope scope, Question question, string? sessionId)
    {
        question.Demand();
        return new RetrieveAndGenerateRequest
        {
            Input = new RetrieveAndGenerateInput { Text = question.Text },
            SessionId = sessionId,
            RetrieveAndGenerateConfiguration = new RetrieveAndGenerateConfiguration
            {
                Type = RetrieveAndGenerateType.KNOWLEDGE_BASE,
                KnowledgeBaseConfiguration = new KnowledgeBaseRetrieveAndGenerateConfiguration
                {
                    KnowledgeBaseId = KnowledgeBaseOf(scope),
                    ModelArn = ModelArn.OfAnswerer(ModelOf(scope), scope.Connection),
                    RetrievalConfiguration = Configuration(question, TenantGuard.Guard(scope, question.Filter)),
                },
            },
        };
    }

    /// <summary>The knowledge base that holds the tenant's chunks.</summary>
    /// <exception cref="PortalProblemException">There is none yet.</exception>
    public static string KnowledgeBaseOf(TenantScope scope) => scope.Tenant.KnowledgeBaseId
        ?? throw new PortalProblemException(new("NoKnowledgeBase", $"{scope.Tenant.Name} has no knowledge base yet, so there is nothing to ask.", "Finish its onboarding, or choose a knowledge base in its settings."));

    /// <summary>The model that answers.</summary>
    /// <exception cref="PortalProblemException">None is chosen.</exception>
    public static string ModelOf(TenantScope scope) => scope.Workspace.AnswerModelId
        ?? throw new PortalProblemException(new("NoAnswerModel", "No model is chosen to answer questions.", "An administrator chooses one on the Settings page."));

    private static KnowledgeBaseRetrievalConfiguration Configuration(Question question, GuardedFilter filter) => new()
    {
        VectorSearchConfiguration = new KnowledgeBaseVectorSearchConfiguration { NumberOfResults = question.NumberOfResults, Filter = filter.ToRetrievalFilter() },
    };
}
