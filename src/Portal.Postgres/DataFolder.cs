using System.Globalization;

namespace Portal.Postgres;

/// <summary>
/// A data folder and the right to use it: one process at a time. The operating system drops the lock with the process, however it ends, so whoever holds it
/// knows that no former owner lives.
/// </summary>
public sealed class DataFolder : IDisposable
{
    private const string MarkerName = "portal-data.txt";
    private readonly FileStream ownership;

    private DataFolder(string path, FileStream ownership) => (Path, this.ownership) = (path, ownership);

    /// <summary>Absolute path of the folder.</summary>
    public string Path { get; }

    /// <summary>Opens or creates <paramref name="path"/> for <paramref name="kind"/> ("Portal", "LocalCloud").</summary>
    /// <exception cref="StartProblemException">The folder is in use, belongs to something else, or cannot be written.</exception>
    public static DataFolder Open(string path, string kind)
    {
        path = System.IO.Path.GetFullPath(path);
        try
        {
            if (File.Exists(path)) throw new StartProblemException($"The data folder {path} is a file; name a folder in Portal:DataDirectory.");
            Directory.CreateDirectory(path);
            var marker = System.IO.Path.Combine(path, MarkerName);
            if (!File.Exists(marker))
            {
                if (Directory.EnumerateFileSystemEntries(path).Any(entry => System.IO.Path.GetFileName(entry) != "lock"))
                    throw new StartProblemException($"The folder {path} holds files that are not {kind}'s; name an empty or new folder as the data directory.");
            }
            else if (File.ReadAllText(marker).Trim() is var owner && owner != kind)
            {
                throw new StartProblemException($"The folder {path} is the data folder of {owner}, not of {kind}; name another folder as the data directory.");
            }

            var ownership = Lock(path, kind);
            if (!File.Exists(marker)) File.WriteAllText(marker, kind + "\n");
            return new DataFolder(path, ownership);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw new StartProblemException($"The data folder {path} cannot be used ({exception.Message}); give this user the right to write there, or name another data directory.", exception);
        }
    }

    private static FileStream Lock(string path, string kind)
    {
        try
        {
            var stream = new FileStream(System.IO.Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            stream.SetLength(0);
            stream.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            stream.Flush();
            return stream;
        }
        catch (IOException exception)
        {
            throw new StartProblemException($"Another {kind} is running on the data folder {path}; stop it first, or name another data directory.", exception);
        }
    }

    /// <summary>Gives the folder free for the next process.</summary>
    public void Dispose() => ownership.Dispose();
}
