using System.Collections.Concurrent;
using Amazon.BedrockAgent;
using Amazon.BedrockAgent.Model;
using Portal.Ask.Filters;
using Portal.Aws;
using Portal.KnowledgeBases;
using Portal.Tenants;

namespace Portal.Ask;

/// <summary>Knows what a tenant's filters are judged against, its vector store above all.</summary>
public sealed class FilterGrounds(AwsClients clients)
{
    // A knowledge base's store can never change.
    private readonly ConcurrentDictionary<(Guid Connection, string KnowledgeBase), (string Type, string? Store)> known = new();

    /// <summary>The ground for a tenant's filters.</summary>
    /// <exception cref="PortalProblemException">The knowledge base is of a type that the portal does not ask.</exception>
    public async Task<FilterGround> OfAsync(TenantScope scope, CancellationToken cancellation = default)
    {
        var id = AskRequests.KnowledgeBaseOf(scope);
        if (!known.TryGetValue((scope.Connection.Id, id), out var found))
        {
            try
            {
                var state = (await clients.For(scope.Connection).BedrockAgent.GetKnowledgeBaseAsync(new() { KnowledgeBaseId = id }, cancellation)).KnowledgeBase;
                found = (state.KnowledgeBaseConfiguration.Type, state.StorageConfiguration?.Type?.Value);
                known[(scope.Connection.Id, id)] = found;
            }
            catch (AccessDeniedException)
            {
                // A role that may only ask: the linter then warns where it would know.
                found = (KnowledgeBaseType.VECTOR, null);
            }
        }

        if (KnowledgeBaseCatalog.LimitOf(found.Type) is { } limit) throw new PortalProblemException(new("NotOperable", limit, "Use a knowledge base of type VECTOR for this tenant."));
        return new FilterGround(found.Store, scope.Attribute.Key, scope.Tenant.Schema);
    }

    /// <summary>Throws when the filter would be refused, or silently ignored, by AWS.</summary>
    /// <exception cref="PortalProblemException">The first error that the linter finds.</exception>
    internal async Task DemandAsync(TenantScope scope, UserFilter? filter, CancellationToken cancellation)
    {
        var ground = await OfAsync(scope, cancellation);
        var error = filter is null ? null : FilterLint.Check(filter, ground).FirstOrDefault(finding => finding.Severity == FilterSeverity.Error);
        if (error is not null) throw new PortalProblemException(new("ValidationException", error.Message, "Correct the filter.", Field: "filter"));
    }
}
