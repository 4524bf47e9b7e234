using Microsoft.Extensions.Configuration;
using Portal.Postgres;

namespace Portal.Access;

/// <summary>Settings of access: the sections "Portal:Administrator" and "Portal:Access", and "Portal:SampleWorkspace".</summary>
public sealed record AccessOptions
{
    /// <summary>Portal:Administrator:Email: makes the first administrator without a visit, together with the password.</summary>
    public string? AdministratorEmail { get; init; }

    /// <summary>Portal:Administrator:Password. Used once, at a start without any user.</summary>
    public string? AdministratorPassword { get; init; }

    /// <summary>Portal:SampleWorkspace: what the first start does when nobody is there to be asked.</summary>
    public bool SampleWorkspace { get; init; }

    /// <summary>Portal:Access:RevalidationInterval: how often an open page asks whether its user still has his rights; at most 30 seconds.</summary>
    public TimeSpan RevalidationInterval { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Portal:Access:AttemptsPerMinute: how many passwords or set-up codes one address may try in a minute.</summary>
    public int AttemptsPerMinute { get; init; } = 20;

    /// <exception cref="StartProblemException">A setting is wrong; the sentence names every key at fault.</exception>
    internal static AccessOptions Read(IConfiguration configuration)
    {
        var options = new AccessOptions
        {
            AdministratorEmail = NullIfEmpty(configuration["Portal:Administrator:Email"]),
            AdministratorPassword = NullIfEmpty(configuration["Portal:Administrator:Password"]),
            SampleWorkspace = configuration.GetValue("Portal:SampleWorkspace", false),
            RevalidationInterval = configuration.GetValue("Portal:Access:RevalidationInterval", TimeSpan.FromSeconds(15)),
            AttemptsPerMinute = configuration.GetValue("Portal:Access:AttemptsPerMinute", 20),
        };
        var failures = options.Failures().ToArray();
        return failures.Length == 0 ? options : throw new StartProblemException(string.Join(' ', failures));
    }

    private IEnumerable<string> Failures()
    {
        if (AdministratorEmail is null != AdministratorPassword is null)
            yield return "Portal:Administrator needs both Email and Password, or neither.";
        if (AdministratorEmail is { } email && !EmailAddress.IsValid(email))
            yield return $"Portal:Administrator:Email is \"{email}\", which is not an e-mail address.";
        if (AdministratorEmail is not null && AdministratorPassword is { } password && PasswordRules.Fault(password, AdministratorEmail) is { } fault)
            yield return $"Portal:Administrator:Password is refused: {fault}";
        if (RevalidationInterval <= TimeSpan.Zero || RevalidationInterval > TimeSpan.FromSeconds(30))
            yield return "Portal:Access:RevalidationInterval must be more than zero and at most 00:00:30.";
        if (AttemptsPerMinute < 1)
            yield return "Portal:Access:AttemptsPerMinute must be at least 1.";
    }

    private static string? NullIfEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
