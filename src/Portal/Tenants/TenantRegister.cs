using Microsoft.EntityFrameworkCore;
using Npgsql;
using Portal.Aws;
using Portal.Data;
using Portal.KnowledgeBases.Making;
using Portal.Settings;

namespace Portal.Tenants;

/// <summary>The rows of tenants: which names are free, and how a tenant comes to be written and removed.</summary>
public sealed class TenantRegister(PortalDatabase database, TimeProvider time)
{
    /// <summary>Everything that is wrong with the wish, by itself and beside the tenants that there are; empty when it will do.</summary>
    public async Task<IReadOnlyList<PortalProblem>> CheckAsync(OnboardTenant wish, AwsConnection connection, Workspace workspace, CancellationToken cancellation = default)
    {
        var others = await OthersAsync(connection.Id, wish.TenantId, cancellation);
        var knowledgeBaseId = wish.KnowledgeBaseId ?? workspace.KnowledgeBaseId;
        return
        [
            .. CheckNames(wish.Names, workspace, others),
            .. FolderRules.Check(wish.Folders, wish.Names.Prefix),
            .. SchemaRules.Check(wish.Schema, workspace, others.Where(other => other.KnowledgeBaseId is not null && other.KnowledgeBaseId == knowledgeBaseId)),
            .. CheckSharing(wish, knowledgeBaseId, others),
        ];
    }

    /// <summary>The other tenants of a connection.</summary>
    internal async Task<IReadOnlyList<Tenant>> OthersAsync(Guid connectionId, Guid tenantId, CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        return await db.Set<Tenant>().AsNoTracking().Where(tenant => tenant.ConnectionId == connectionId && tenant.Id != tenantId).ToListAsync(cancellation);
    }

    /// <summary>What is wrong with the names, by themselves and beside those of others.</summary>
    internal static IReadOnlyList<PortalProblem> CheckNames(TenantNames names, Workspace workspace, IReadOnlyList<Tenant> others)
    {
        var problems = NameRules.Check(names, workspace).ToList();
        var wrong = problems.Select(problem => problem.Field).ToHashSet();
        if (!wrong.Contains(nameof(TenantNames.Slug)) && others.FirstOrDefault(other => other.SlugFolded == NameFolding.Fold(names.Slug)) is { } slug)
            problems.Add(Taken(nameof(TenantNames.Slug), $"The slug is that of {slug.Name}."));
        if (!wrong.Contains(nameof(TenantNames.AttributeValue)) && others.FirstOrDefault(other => other.AttributeValueFolded == NameFolding.Fold(names.AttributeValue)) is { } value)
            problems.Add(Taken(nameof(TenantNames.AttributeValue), $"{value.Name} has the attribute value {value.AttributeValue}; some vector stores and most people would not tell them apart."));
        if (!wrong.Contains(nameof(TenantNames.Prefix)) && others.FirstOrDefault(other => Overlaps(other.PrefixFolded, NameFolding.Fold(names.Prefix))) is { } prefix)
            problems.Add(Taken(nameof(TenantNames.Prefix), $"The prefix overlaps {prefix.Prefix}, that of {prefix.Name}: one would hold the other's documents."));
        return problems;
    }

    /// <summary>Writes the tenant down as onboarding; does nothing when it is there already.</summary>
    /// <exception cref="PortalProblemException">A name was taken in the meantime.</exception>
    internal async Task RecordAsync(OnboardTenant wish, Guid connectionId, CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        if (await db.Set<Tenant>().AnyAsync(tenant => tenant.Id == wish.TenantId, cancellation)) return;
        db.Add(new Tenant
        {
            Id = wish.TenantId,
            ConnectionId = connectionId,
            Name = wish.Names.Name,
            Slug = wish.Names.Slug,
            Prefix = wish.Names.Prefix,
            AttributeValue = wish.Names.AttributeValue,
            State = TenantState.Onboarding,
            Sharing = wish.Sharing,
            Folders = [.. wish.Folders],
            Schema = [.. wish.Schema],
            CreatedAt = time.GetUtcNow(),
            SlugFolded = NameFolding.Fold(wish.Names.Slug),
            PrefixFolded = NameFolding.Fold(wish.Names.Prefix),
            AttributeValueFolded = NameFolding.Fold(wish.Names.AttributeValue),
        });
        await SaveAsync(db, cancellation);
    }

    /// <summary>Takes a tenant out that never became active.</summary>
    internal async Task RemoveAsync(Guid tenantId, CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        await db.Set<Tenant>().Where(tenant => tenant.Id == tenantId && tenant.State == TenantState.Onboarding).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Notes where the tenant's chunks are.</summary>
    internal async Task ArrangeAsync(Guid tenantId, string knowledgeBaseId, string? dataSourceId, CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        await db.Set<Tenant>().Where(tenant => tenant.Id == tenantId).ExecuteUpdateAsync(
            set => set.SetProperty(tenant => tenant.KnowledgeBaseId, knowledgeBaseId).SetProperty(tenant => tenant.DataSourceId, dataSourceId), cancellation);
    }

    /// <summary>Changes the state; false when the tenant is not in one of the states it may come from.</summary>
    internal async Task<bool> MoveAsync(Guid tenantId, TenantState from, TenantState to, CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        return await db.Set<Tenant>().Where(tenant => tenant.Id == tenantId && tenant.State == from).ExecuteUpdateAsync(set => set.SetProperty(tenant => tenant.State, to), cancellation) == 1;
    }

    /// <summary>Saves, and tells a taken name from other faults.</summary>
    internal static async Task SaveAsync(PortalDb db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { ConstraintName: { } constraint } && constraint.StartsWith("tenant_", StringComparison.Ordinal))
        {
            var field = constraint.Contains("slug", StringComparison.Ordinal) ? nameof(TenantNames.Slug)
                : constraint.Contains("attribute", StringComparison.Ordinal) ? nameof(TenantNames.AttributeValue)
                : nameof(TenantNames.Prefix);
            throw new PortalProblemException(Taken(field, "Another tenant took this name in the meantime."), exception);
        }
    }

    private static IEnumerable<PortalProblem> CheckSharing(OnboardTenant wish, string? knowledgeBaseId, IReadOnlyList<Tenant> others)
    {
        const string field = nameof(OnboardTenant.KnowledgeBaseId);
        if (wish.Sharing == KnowledgeBaseSharing.OwnKnowledgeBase)
        {
            if (wish.NewKnowledgeBase is { } made)
            {
                foreach (var finding in SpecRules.Check(made)) yield return new("InvalidKnowledgeBase", finding.Message, "Correct it.", Field: $"{nameof(OnboardTenant.NewKnowledgeBase)}.{finding.Field}");
            }
            else if (wish.KnowledgeBaseId is null) yield return new("NoKnowledgeBase", "No knowledge base is chosen.", "Choose one that no other tenant uses, or create it on the Knowledge bases page.", Field: field);
            else if (others.FirstOrDefault(other => other.KnowledgeBaseId == wish.KnowledgeBaseId) is { } user)
                yield return new("KnowledgeBaseInUse", $"The knowledge base holds the chunks of {user.Name}; it would not be the tenant's own.", "Choose one that no other tenant uses.", Field: field);
        }
        else if (knowledgeBaseId is null)
        {
            yield return new("NoKnowledgeBase", "No knowledge base is chosen, and the workspace has none.", "Choose one; where there is none, create it on the Knowledge bases page.", Field: field);
        }
        else if (others.FirstOrDefault(other => other.KnowledgeBaseId == knowledgeBaseId && other.Sharing == KnowledgeBaseSharing.OwnKnowledgeBase) is { } owner)
        {
            yield return new("KnowledgeBaseInUse", $"The knowledge base is {owner.Name}'s own.", "Choose another.", Field: field);
        }
    }

    private static bool Overlaps(string one, string other) => one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);

    private static PortalProblem Taken(string field, string sentence) => new("NameTaken", sentence, "Choose another.", Field: field);
}
