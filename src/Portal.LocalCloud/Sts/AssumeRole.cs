using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.State;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.Sts;

internal sealed record AssumeRoleRequest
{
    [Length(20, 2048)]
    public required string RoleArn { get; init; }

    [Length(2, 64)]
    [Pattern(@"[\w+=,.@-]*")]
    public required string RoleSessionName { get; init; }

    [Between(900, 43200)]
    public int? DurationSeconds { get; init; }

    [Length(2, 1224)]
    public string? ExternalId { get; init; }
}

internal sealed record AssumeRoleResponse;

/// <summary>LocalCloud has one user and no roles, so no role can be assumed.</summary>
internal sealed class AssumeRole(LocalAccount account) : IOperation<AssumeRoleRequest, AssumeRoleResponse>
{
    public Task<AssumeRoleResponse> Handle(AssumeRoleRequest request, CancellationToken token) =>
        throw new AwsFault("AccessDenied", 403, $"User: {account.CallerArn} is not authorized to perform: sts:AssumeRole on resource: {request.RoleArn}");
}
