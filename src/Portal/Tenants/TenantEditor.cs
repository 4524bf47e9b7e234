using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Aws;
using Portal.Data;

namespace Portal.Tenants;

/// <summary>What can be changed of a tenant after onboarding. Slug, prefix and attribute value cannot: links, keys and indexed chunks bear them.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Folders">Offered at upload; folders taken out here stay in S3.</param>
/// <param name="Schema">Asked for at upload; documents already there keep their sidecars.</param>
public sealed record TenantEdit(string Name, IReadOnlyList<string> Folders, IReadOnlyList<MetadataField> Schema);

/// <summary>Changes tenants, and writes before and after to the audit.</summary>
public sealed class TenantEditor(PortalDatabase database, TenantDirectory directory, TenantRegister register, ConnectionGuard connections, AuditTrail audit)
{
    /// <summary>Saves name, folders and schema.</summary>
    /// <exception cref="PortalProblemException">The first of what is wrong; its field is that of <see cref="TenantEdit"/>.</exception>
    public async Task SaveAsync(Actor actor, string slug, TenantEdit edit, CancellationToken cancellation = default)
    {
        var scope = await directory.ScopeAsync(actor, slug, Permission.ManageTenants, cancellation);
        var others = await register.OthersAsync(scope.Connection.Id, scope.Tenant.Id, cancellation);
        var neighbours = others.Where(other => other.KnowledgeBaseId is not null && other.KnowledgeBaseId == scope.Tenant.KnowledgeBaseId);
        var problems = new[] { NameRules.OfName(edit.Name) }.OfType<PortalProblem>()
            .Concat(FolderRules.Check(edit.Folders, scope.Prefix)).Concat(SchemaRules.Check(edit.Schema, scope.Workspace, neighbours)).ToList();
        if (problems.Count > 0) throw new PortalProblemException(problems[0]);
        await using var db = await database.OpenAsync(cancellation);
        var tenant = await db.Set<Tenant>().FirstOrDefaultAsync(row => row.Id == scope.Tenant.Id, cancellation) ?? throw new PortalProblemException(PortalProblem.NotFound("tenant"));
        var before = new TenantEdit(tenant.Name, tenant.Folders, tenant.Schema);
        (tenant.Name, tenant.Folders, tenant.Schema) = (edit.Name, [.. edit.Folders], [.. edit.Schema]);
        await TenantRegister.SaveAsync(db, cancellation);
        await audit.WriteAsync(actor, "tenant.edit", slug, tenant.Id, before, edit);
    }

    /// <summary>Nobody uploads, syncs or asks from now on; everything is kept.</summary>
    public Task SuspendAsync(Actor actor, string slug, CancellationToken cancellation = default) =>
        MoveAsync(actor, slug, TenantState.Active, TenantState.Suspended, "tenant.suspend", cancellation);

    /// <summary>Takes a suspension back.</summary>
    public Task ActivateAsync(Actor actor, string slug, CancellationToken cancellation = default) =>
        MoveAsync(actor, slug, TenantState.Suspended, TenantState.Active, "tenant.activate", cancellation);

    private async Task MoveAsync(Actor actor, string slug, TenantState from, TenantState to, string action, CancellationToken cancellation)
    {
        var scope = await directory.ScopeAsync(actor, slug, Permission.ManageTenants, cancellation);
        await connections.DemandWritableAsync(cancellation);
        if (!await register.MoveAsync(scope.Tenant.Id, from, to, cancellation))
            throw new PortalProblemException(new("StateChanged", $"{scope.Tenant.Name} is not {from.ToString().ToLowerInvariant()} (any more).", "Reload the page."));
        await audit.WriteAsync(actor, action, slug, scope.Tenant.Id, new { State = from.ToString() }, new { State = to.ToString() });
    }
}
