using Portal.Access;
using Portal.Web.Shell;
using Portal.Web.Ui;

namespace Portal.Web.KnowledgeBases;

public static class WebKnowledgeBasesCapability
{
    /// <summary>Knowledge bases in the navigation.</summary>
    public static IServiceCollection AddWebKnowledgeBases(this IServiceCollection services) =>
        services.AddNav(new NavEntry(
            "Knowledge bases", KnowledgeBaseLinks.List, IconName.Book, NavGroup.Knowledge, Needs: Permission.ReadKnowledgeBases, Tab: true, Words: "sync ingestion vector store data source", Short: "Knowledge"));
}
