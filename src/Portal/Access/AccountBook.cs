using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.Data;

namespace Portal.Access;

/// <summary>Opens ASP.NET Core Identity for one unit of work; in a circuit its scoped manager would live, and keep what it read, for hours.</summary>
public sealed class AccountBook(IServiceScopeFactory scopes, TimeProvider time)
{
    internal AccountPage Open() => new(scopes.CreateAsyncScope(), time);
}

/// <summary>Identity's user manager and the context that it writes through, together for one transaction.</summary>
internal sealed class AccountPage(AsyncServiceScope scope, TimeProvider time) : IAsyncDisposable
{
    public PortalDb Db { get; } = scope.ServiceProvider.GetRequiredService<PortalDb>();

    public UserManager<PortalUser> Users { get; } = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();

    /// <exception cref="PortalProblemException">The e-mail address or the password is refused.</exception>
    public async Task<PortalUser> CreateAsync(string email, string password, PortalRole role)
    {
        email = email.Trim();
        if (!EmailAddress.IsValid(email))
            throw new PortalProblemException(new("InvalidEmail", "This is not an e-mail address.", "Write it as name@example.com.", Field: "Email"));
        var user = new PortalUser { Id = Guid.CreateVersion7(), UserName = email, Email = email, Role = role, CreatedAt = time.GetUtcNow(), LockoutEnabled = true };
        try
        {
            Demand(await Users.CreateAsync(user, password));
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            Demand(IdentityResult.Failed(new IdentityErrorDescriber().DuplicateEmail(email)));
        }

        return user;
    }

    /// <summary>Turns Identity's refusal into a problem of the field at fault.</summary>
    public static void Demand(IdentityResult result)
    {
        if (result.Succeeded) return;
        var error = result.Errors.First();
        throw new PortalProblemException(error.Code switch
        {
            "DuplicateUserName" or "DuplicateEmail" => new("EmailTaken", "There is already a user with this e-mail address.", "Change that user, or use another address.", Field: "Email"),
            "InvalidUserName" or "InvalidEmail" => new("InvalidEmail", "This is not an e-mail address.", "Write it as name@example.com.", Field: "Email"),
            "ConcurrencyFailure" => new("ChangedMeanwhile", "Someone else changed this user at the same time.", "Reload the list and try again."),
            _ => new("PasswordRefused", error.Description, "Choose another password.", Field: "Password"),
        });
    }

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
