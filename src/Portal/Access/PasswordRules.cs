using Microsoft.AspNetCore.Identity;

namespace Portal.Access;

/// <summary>
/// Long enough, not a password that everybody tries, not the e-mail address. No rules of composition: they make people write "Password1!" and nothing safer.
/// </summary>
internal sealed class PasswordRules : IPasswordValidator<PortalUser>
{
    public const int LeastLength = 12;

    // Hashing is linear in the length, and this comes before any right is proved.
    public const int MostLength = 256;

    private const int LeastDistinct = 5;

    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password) => Task.FromResult(
        Fault(password ?? "", user.Email ?? "") is { } fault ? IdentityResult.Failed(new IdentityError { Code = "Password", Description = fault }) : IdentityResult.Success);

    /// <summary>Why the password is refused; null when it is fine.</summary>
    public static string? Fault(string password, string email)
    {
        if (password.Length < LeastLength) return $"Use at least {LeastLength} characters; a few words are easy to remember.";
        if (password.Length > MostLength) return $"Use at most {MostLength} characters.";
        if (password.Distinct().Count() < LeastDistinct || IsSequence(password)) return "This is easily guessed: it repeats itself or counts.";
        if (CommonPasswords.Contains(password)) return "This is one of the passwords that everybody tries first.";
        return IsTheAddress(password, email) ? "Do not use the e-mail address as the password." : null;
    }

    private static bool IsTheAddress(string password, string email)
    {
        if (email.Length == 0) return false;
        if (password.Contains(email, StringComparison.OrdinalIgnoreCase)) return true;
        var name = email.Split('@')[0];
        // Most of the password is the name: little is left to guess.
        return name.Length >= 4 && password.Contains(name, StringComparison.OrdinalIgnoreCase) && password.Length - name.Length < LeastLength / 2;
    }

    private static bool IsSequence(string password)
    {
        var steps = password.Zip(password.Skip(1), (first, second) => second - first).ToArray();
        // "901" goes on counting.
        return steps.All(step => step is 1 or -9) || steps.All(step => step is -1 or 9);
    }
}
