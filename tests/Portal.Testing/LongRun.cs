namespace Portal.Testing;

/// <summary>How thorough a random or soaking test is: `bash tests/run --long` asks for more.</summary>
public static class LongRun
{
    private static readonly bool Asked = Environment.GetEnvironmentVariable("PORTAL_TESTS_LONG") == "1";

    /// <summary><paramref name="thorough"/> in a long run, else <paramref name="usual"/>.</summary>
    public static int Or(int usual, int thorough) => Asked ? thorough : usual;
}
