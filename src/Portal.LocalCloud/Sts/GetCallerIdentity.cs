using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.State;

namespace Portal.LocalCloud.Sts;

internal sealed record GetCallerIdentityRequest;

internal sealed record GetCallerIdentityResponse
{
    public required string Arn { get; init; }

    public required string UserId { get; init; }

    public required string Account { get; init; }
}

/// <summary>Needs no permission, as in AWS.</summary>
internal sealed class GetCallerIdentity(LocalAccount account) : IOperation<GetCallerIdentityRequest, GetCallerIdentityResponse>
{
    public Task<GetCallerIdentityResponse> Handle(GetCallerIdentityRequest request, CancellationToken token) =>
        Task.FromResult(new GetCallerIdentityResponse { Arn = account.CallerArn, UserId = account.CallerId, Account = account.Id });
}
