using System.Net.Mail;

namespace Portal.Access;

internal static class EmailAddress
{
    /// <summary>Whether it is a bare address of at most 256 characters, without a display name or comments.</summary>
    public static bool IsValid(string text) =>
        text.Length is > 2 and <= 256 && !text.Any(char.IsControl) && MailAddress.TryCreate(text, out var parsed) && parsed.Address == text;
}
