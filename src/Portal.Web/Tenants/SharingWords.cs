using Portal.Tenants;
using Portal.Web.Ui.Forms;

namespace Portal.Web.Tenants;

/// <summary>The ways to share a knowledge base in words, with what each costs.</summary>
internal static class SharingWords
{
    public static IReadOnlyList<Choice<KnowledgeBaseSharing>> Choices { get; } =
    [
        new(KnowledgeBaseSharing.Shared, "Shared", "One knowledge base and one data source for all tenants. Any number of tenants, the least cost and one sync; the metadata filter that the portal adds to every query is what separates them."),
        new(KnowledgeBaseSharing.OwnDataSource, "Own data source", "Its own data source in a knowledge base with others: synced by itself, and filtered by data source too. Amazon Bedrock allows five data sources per knowledge base, so five tenants."),
        new(KnowledgeBaseSharing.OwnKnowledgeBase, "Own knowledge base", "Its own knowledge base and vector index: apart from the others even without a filter. Each has its own cost, and syncs one by one."),
    ];

    public static string Of(KnowledgeBaseSharing sharing) => Choices.First(choice => choice.Value == sharing).Text;
}
