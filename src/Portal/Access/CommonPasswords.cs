namespace Portal.Access;

/// <summary>
/// Passwords that everybody tries. Of those in circulation few have twelve characters; most get there with digits, signs, look-alike letters or by saying it
/// twice, so these are taken off before the word is looked up.
/// </summary>
internal static class CommonPasswords
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "password", "passwort", "motdepasse", "contrasena", "passphrase", "passcode", "pass", "secret", "geheim", "welcome", "willkommen", "bienvenue",
        "letmein", "openme", "opensesame", "trustno", "iloveyou", "iloveu", "admin", "administrator", "administrateur", "root", "superuser", "sysadmin",
        "user", "guest", "login", "signin", "test", "tester", "testing", "demo", "sample", "example", "default", "changeme", "changethis", "temporary",
        "temp", "qwerty", "qwertz", "azerty", "qwertyuiop", "qwertzuiop", "azertyuiop", "asdfgh", "asdfghjkl", "zxcvbn", "zxcvbnm", "qwertyasdfgh",
        "qwertyuiopasdfghjkl", "qazwsx", "qazwsxedc", "qazwsxedcrfv", "monkey", "dragon", "master", "shadow", "sunshine", "princess", "football", "baseball",
        "basketball", "superman", "batman", "spiderman", "starwars", "pokemon", "whatever", "computer", "internet", "michael", "jennifer", "jordan",
        "michelle", "charlie", "ashley", "liverpool", "chelsea", "arsenal", "portal", "bedrock", "amazon", "aws", "amazonwebservices", "cloud", "company",
        "corporate", "business", "hello", "helloworld", "goodmorning", "spring", "summer", "autumn", "fall", "winter", "january", "february", "march",
        "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday", "friday", "correcthorsebatterystaple",
        "thisisapassword", "thisismypassword", "mypassword", "nopassword", "yourpassword", "newpassword", "passwordpassword", "adminadmin", "abcdefghijkl",
    };

    private static readonly string[] Few = ["the", "my", "our", "new", "super", "is", "this"];

    public static bool Contains(string password)
    {
        var plain = password.ToLowerInvariant();
        return IsCommon(Letters(plain)) || IsCommon(Letters(Unmasked(Trimmed(plain))));
    }

    private static bool IsCommon(string word)
    {
        // Nothing but digits and signs: a telephone number, a date. Long random numbers are not what people remember.
        if (word.Length == 0) return true;
        if (Words.Contains(word)) return true;
        foreach (var filler in Few)
        {
            if (word.StartsWith(filler, StringComparison.Ordinal) && Words.Contains(word[filler.Length..])) return true;
        }

        for (var split = 3; split <= word.Length - 3; split++)
        {
            if (Words.Contains(word[..split]) && IsCommon(word[split..])) return true;
        }

        return false;
    }

    private static string Trimmed(string text) => text.Trim([.. "0123456789!?.,;:_-+*#%&/()=<> "]);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));

    private static string Unmasked(string text) => string.Concat(text.Select(letter => letter switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => letter,
    }));
}
