using Portal.Access;

namespace Portal.Web.Access;

/// <summary>
/// Who acts in this circuit or request, with the rights that the database gave him at most five seconds ago. Pages and endpoints hand the <see cref="Actor"/> to
/// behaviour, which asks it again.
/// </summary>
public sealed class CurrentActor(Func<CancellationToken, Task<Actor?>> find)
{
    private static readonly PortalProblem SignedOut = new("SignedOut", "You are signed out.", "Sign in again; nothing was changed.", ProblemKind.Forbidden);

    /// <summary>The actor; null when nobody is signed in, or no longer.</summary>
    public Task<Actor?> FindAsync(CancellationToken cancellation = default) => find(cancellation);

    /// <summary>The actor.</summary>
    /// <exception cref="PortalProblemException">Nobody is signed in, or no longer.</exception>
    public async Task<Actor> GetAsync(CancellationToken cancellation = default) => await find(cancellation) ?? throw new PortalProblemException(SignedOut);
}
