using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Portal.Access;
using Portal.Web.Ui.Forms;

namespace Portal.Web.Access;

/// <summary>A user as he is typed.</summary>
public sealed class UserForm
{
    // Without what is mistaken for something else when it is read out.
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    [Required(ErrorMessage = "Enter the e-mail address that the user signs in with.")]
    public string? Email { get; set; }

    [Required(ErrorMessage = "Enter a password.")]
    public string? Password { get; set; } = NewPassword();

    public PortalRole Role { get; set; } = PortalRole.Operator;

    public IReadOnlyCollection<Guid> Tenants { get; set; } = [];

    /// <summary>The roles and what they mean.</summary>
    public static IReadOnlyList<Choice<PortalRole>> Roles { get; } =
    [
        new(PortalRole.Operator, "Operator", "Keeps the documents of the chosen tenants and asks as them; sees no other tenant."),
        new(PortalRole.Viewer, "Viewer", "Reads everything, changes nothing."),
        new(PortalRole.Administrator, "Administrator", "Does everything: tenants, knowledge bases, users, settings."),
    ];

    /// <summary>100 random bits that can be read out.</summary>
    public static string NewPassword() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));
}

/// <summary>Another password for a user.</summary>
public sealed class PasswordForm
{
    [Required(ErrorMessage = "Enter a password.")]
    public string? Password { get; set; } = UserForm.NewPassword();
}
