namespace Portal.Web.KnowledgeBases;

/// <summary>Addresses of the knowledge bases' pages.</summary>
public static class KnowledgeBaseLinks
{
    public const string List = "/knowledge-bases";

    public const string New = "/knowledge-bases/new";

    public static string Of(string id) => $"/knowledge-bases/{Uri.EscapeDataString(id)}";

    public static string Tab(string id, KnowledgeBaseTab tab) => tab == KnowledgeBaseTab.Sources ? Of(id) : $"{Of(id)}?tab={tab.ToString().ToLowerInvariant()}";
}

/// <summary>The tabs of a knowledge base.</summary>
public enum KnowledgeBaseTab
{
    Sources,
    Syncs,
    Documents,
    Configuration,
}
