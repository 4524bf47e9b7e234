using Portal.Operations;
using Portal.Tenants;

namespace Portal.Web.Tenants;

/// <summary>What the home of a tenant shows.</summary>
internal sealed record TenantHome(
    Tenant Tenant, string Bucket, string AttributeKey, IReadOnlyList<OperationRecord> Operations, bool MayManage, bool MayAsk, bool MayReadKnowledgeBases);
