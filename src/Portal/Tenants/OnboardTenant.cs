using Portal.KnowledgeBases.Making;

namespace Portal.Tenants;

/// <summary>What an administrator asks for when he onboards a tenant; the input of the durable operation.</summary>
/// <param name="TenantId">Made by whoever asks, so that the repeated recording after a crash is the same one.</param>
/// <param name="Names">Checked by <see cref="NameRules"/>, and against all other tenants.</param>
/// <param name="Folders">Folders to make, without slashes at their ends.</param>
/// <param name="Schema">What its documents say of themselves.</param>
/// <param name="Sharing">How it shares its knowledge base.</param>
/// <param name="KnowledgeBaseId">
/// The knowledge base to use; null for the workspace's own (the shared modes). For <see cref="KnowledgeBaseSharing.OwnKnowledgeBase"/> one that no other tenant uses.
/// </param>
/// <param name="NewKnowledgeBase">For <see cref="KnowledgeBaseSharing.OwnKnowledgeBase"/>: the knowledge base to make; null to use an existing one.</param>
public sealed record OnboardTenant(
    Guid TenantId,
    TenantNames Names,
    IReadOnlyList<string> Folders,
    IReadOnlyList<MetadataField> Schema,
    KnowledgeBaseSharing Sharing,
    string? KnowledgeBaseId = null,
    KnowledgeBaseSpec? NewKnowledgeBase = null);
