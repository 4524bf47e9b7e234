using System.Runtime.InteropServices;

namespace Portal.Postgres;

/// <summary>The few system calls that .NET does not offer.</summary>
internal static partial class Posix
{
    public const int Interrupt = 2;
    public const int Quit = 3;

    public static bool IsRoot => !OperatingSystem.IsWindows() && geteuid() == 0;

    public static bool IsAlive(int pid)
    {
        if (kill(pid, 0) != 0 && Marshal.GetLastPInvokeError() == 3 /* ESRCH */) return false;
        // A zombie answers kill(0) but holds nothing any more.
        var stat = $"/proc/{pid}/stat";
        if (!File.Exists(stat)) return !OperatingSystem.IsLinux();
        try
        {
            var text = File.ReadAllText(stat);
            return text[(text.LastIndexOf(')') + 2)..][0] != 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }

    public static void Signal(int pid, int signal) => _ = kill(pid, signal);

    public static void GiveTo(string path, uint user, uint group)
    {
        if (chown(path, user, group) != 0) throw new IOException($"chown of {path} failed with error {Marshal.GetLastPInvokeError()}");
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int kill(int pid, int signal);

    [LibraryImport("libc")]
    private static partial uint geteuid();

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int chown(string path, uint owner, uint group);
}
