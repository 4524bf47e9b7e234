using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Portal.Data;

namespace Portal.Access;

public static class AccessCapability
{
    // OWASP's figure for PBKDF2 with HMAC-SHA512.
    private const int HashIterations = 210_000;

    /// <summary>Users, sign-in, the first start, actors and the audit.</summary>
    /// <exception cref="Postgres.StartProblemException">A setting is wrong; the sentence names its key.</exception>
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(AccessOptions.Read(configuration));
        services.AddSingleton<ActorDirectory>().AddSingleton<AuditTrail>().AddSingleton<AuditReader>();
        services.AddSingleton<AccountBook>().AddSingleton<SignInDesk>().AddSingleton<FirstAdministrator>().AddSingleton<UserDirectory>();
        services.AddIdentityCore<PortalUser>(identity =>
        {
            identity.User.RequireUniqueEmail = true;
            // Any legal address may be a name; what is legal is checked as an address.
            identity.User.AllowedUserNameCharacters = "";
        }).AddUserStore<UserOnlyStore>();
        services.RemoveAll<IPasswordValidator<PortalUser>>().AddSingleton<IPasswordValidator<PortalUser>, PasswordRules>();
        services.RemoveAll<IPasswordHasher<PortalUser>>().AddSingleton<IPasswordHasher<PortalUser>, PasswordHasher<PortalUser>>();
        services.RemoveAll<ILookupNormalizer>().AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashIterations);
        AddKeys(services);
        return services;
    }

    private static void AddKeys(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Portal");
        services.AddOptions<KeyManagementOptions>().Configure<NpgsqlDataSource, TimeProvider>((keys, source, time) =>
        {
            keys.XmlRepository = new DataProtectionKeys(source, time);
            // In the database beside the password hashes: whoever reads the one reads the other, and a second secret to guard would not change that.
            keys.XmlEncryptor = new NullXmlEncryptor();
        });
    }

    private sealed class UserOnlyStore(PortalDb db, IdentityErrorDescriber? describer = null)
        : Microsoft.AspNetCore.Identity.EntityFrameworkCore.UserOnlyStore<PortalUser, PortalDb, Guid>(db, describer);
}
