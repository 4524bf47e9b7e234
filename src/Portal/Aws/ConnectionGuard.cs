using Amazon.SecurityToken.Model;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Aws;

/// <summary>What is known of the connection now.</summary>
/// <param name="Connection">The recorded connection; null until AWS has answered once.</param>
/// <param name="CallerArn">Who the portal is for AWS now.</param>
/// <param name="CallerAccountId">The account AWS answered for.</param>
/// <param name="Problem">Why the portal is read-only; null when it may write.</param>
/// <param name="CheckedAt">When AWS was asked.</param>
public sealed record ConnectionState(AwsConnection? Connection, string? CallerArn, string? CallerAccountId, PortalProblem? Problem, DateTimeOffset CheckedAt);

/// <summary>
/// Compares the caller's identity with the recorded connection, so that state which belongs to one account is never applied to another.
/// </summary>
public sealed class ConnectionGuard(PortalDatabase database, AwsClients clients, AwsOptions options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim gate = new(1, 1);
    private ConnectionState? last;

    /// <summary>The recorded connection.</summary>
    /// <exception cref="PortalProblemException">There is none yet because AWS was never reached.</exception>
    public async Task<AwsConnection> CurrentAsync(CancellationToken cancellation = default)
    {
        var state = last is { Connection: not null } known ? known : await CheckAsync(maximumAge: Fresh, cancellation);
        return state.Connection ?? throw new PortalProblemException(state.Problem!);
    }

    /// <summary>The state as of at most <paramref name="maximumAge"/> ago.</summary>
    public async Task<ConnectionState> CheckAsync(TimeSpan maximumAge, CancellationToken cancellation = default)
    {
        if (last is { } recent && time.GetUtcNow() - recent.CheckedAt <= maximumAge) return recent;
        await gate.WaitAsync(cancellation);
        try
        {
            if (last is { } sinceThen && time.GetUtcNow() - sinceThen.CheckedAt <= maximumAge) return sinceThen;
            return last = await AskAsync(cancellation);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The connection's id, if it may be written to; asks AWS anew when the last answer is older than half a minute.</summary>
    /// <exception cref="PortalProblemException">The portal is read-only now, and why.</exception>
    public async Task<Guid> DemandWritableAsync(CancellationToken cancellation = default) => Writable(await CheckAsync(Fresh, cancellation));

    /// <summary>The same before something is destroyed: always asks AWS.</summary>
    public async Task<Guid> DemandWritableNowAsync(CancellationToken cancellation = default) => Writable(await CheckAsync(TimeSpan.Zero, cancellation));

    /// <summary>The connection that journalled work was begun on, if it is still this one and may be written to.</summary>
    /// <exception cref="PortalProblemException">The portal is read-only now, or works on another connection.</exception>
    public async Task<AwsConnection> WritableAsync(Guid connectionId, CancellationToken cancellation = default)
    {
        var state = await CheckAsync(Fresh, cancellation);
        if (Writable(state) == connectionId) return state.Connection!;
        throw new PortalProblemException(new(
            "OtherConnection", "This work was begun on another AWS connection than the portal has now.", "Start the portal with the connection that it was begun on."));
    }

    public void Dispose() => gate.Dispose();

    private static Guid Writable(ConnectionState state) => state.Problem is null ? state.Connection!.Id : throw new PortalProblemException(state.Problem);

    private async Task<ConnectionState> AskAsync(CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        var recorded = await db.Set<AwsConnection>().AsNoTracking().OrderBy(connection => connection.Id).FirstOrDefaultAsync(cancellation);
        try
        {
            var candidate = recorded ?? new AwsConnection { Label = options.Cloud == CloudKind.Local ? "LocalCloud" : "AWS", AccountId = "", Region = options.Region };
            var caller = await clients.For(candidate).Sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellation);
            if (recorded is null)
            {
                recorded = candidate;
                recorded.Id = Guid.CreateVersion7();
                recorded.AccountId = caller.Account;
                db.Add(recorded);
                await db.SaveChangesAsync(cancellation);
            }

            return new(recorded, caller.Arn, caller.Account, Mismatch(recorded, caller.Account), time.GetUtcNow());
        }
        catch (Exception exception) when (AwsFaults.ProblemOf(exception) is not null)
        {
            var cause = AwsFaults.ProblemOf(exception)!;
            var problem = cause with { Sentence = $"The portal cannot tell which AWS account it works in, and is read-only. {cause.Sentence}" };
            return new(recorded, null, null, problem, time.GetUtcNow());
        }
    }

    private PortalProblem? Mismatch(AwsConnection recorded, string account)
    {
        if (recorded.AccountId == account && recorded.Region == options.Region) return null;
        return new(
            "ForeignIdentity",
            $"This portal's data belongs to account {recorded.AccountId} in {recorded.Region}, but its credentials are of account {account} in {options.Region}. It is read-only.",
            "Start it with credentials of the recorded account and Region, or with a data directory of its own for this account.");
    }
}
