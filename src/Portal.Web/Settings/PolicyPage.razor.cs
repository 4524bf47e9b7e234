using Microsoft.AspNetCore.Components;
using Portal.Access;
using Portal.Aws;
using Portal.Settings;
using Portal.Settings.Policy;
using Portal.Web.Access;

namespace Portal.Web.Settings;

/// <summary>The policy and what its statements are for.</summary>
/// <param name="Statements">In the order of the policy.</param>
/// <param name="Json">The policy itself.</param>
public sealed record PolicyView(IReadOnlyList<PolicyStatement> Statements, string Json)
{
    /// <summary>As IAM counts them.</summary>
    public int Characters => Json.Count(character => !char.IsWhiteSpace(character));
}

/// <summary>The portal's least-privilege IAM policy.</summary>
public sealed partial class PolicyPage(CurrentActor actor, WorkspaceStore workspaces, ConnectionGuard connections) : ComponentBase
{
    private async Task<PolicyView> LoadAsync(CancellationToken cancellation)
    {
        (await actor.GetAsync(cancellation)).Demand(Permission.ReadSettings);
        var connection = await connections.CurrentAsync(cancellation);
        var statements = IamPolicy.Statements(connection, await workspaces.GetAsync(connection, cancellation));
        return new(statements, IamPolicy.Json(statements));
    }
}
