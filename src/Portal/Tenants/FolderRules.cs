using System.Text;

namespace Portal.Tenants;

/// <summary>What folders below a tenant's prefix must be like.</summary>
public static class FolderRules
{
    /// <summary>Folders of one template.</summary>
    public const int MostFolders = 50;

    /// <summary>Everything that is wrong with a template of folders ("policies", "policies/2026"). The field of a problem is "Folders[2]": the position.</summary>
    public static IReadOnlyList<PortalProblem> Check(IReadOnlyList<string> folders, string prefix)
    {
        var problems = new List<PortalProblem>();
        if (folders.Count > MostFolders) problems.Add(new("TooManyFolders", $"The template has {folders.Count} folders.", $"Keep it to {MostFolders}; more can be made later.", Field: "Folders"));
        var seen = new HashSet<string>();
        for (var index = 0; index < folders.Count; index++)
        {
            var place = $"Folders[{index}]";
            if (OfFolder(folders[index], prefix, place) is { } problem) problems.Add(problem);
            else if (!seen.Add(NameFolding.Fold(folders[index]))) problems.Add(Problem(place, $"The folder \"{folders[index]}\" is there twice.", "Remove one."));
        }

        return problems;
    }

    /// <summary>What is wrong with one folder, given without slashes at its ends.</summary>
    public static PortalProblem? OfFolder(string folder, string prefix, string place)
    {
        if (string.IsNullOrWhiteSpace(folder)) return Problem(place, "The folder has no name.", "Give it one, or remove the row.");
        if (folder.Split('/').Select(segment => OfSegment(segment, place)).FirstOrDefault(problem => problem is not null) is { } wrong) return wrong;
        return Encoding.UTF8.GetByteCount(prefix) + Encoding.UTF8.GetByteCount(folder) + 1 > 1024
            ? Problem(place, "The folder's key would be longer than the 1,024 bytes that S3 takes.", "Shorten it.")
            : null;
    }

    /// <summary>What is wrong with one segment of a key: a folder's or a file's own name.</summary>
    public static PortalProblem? OfSegment(string segment, string place)
    {
        if (segment.Length == 0) return Problem(place, "There is an empty name between two slashes.", "Give it a name, or remove a slash.");
        if (segment is "." or "..") return Problem(place, $"\"{segment}\" is not a name: many tools resolve it to another folder.", "Choose a name.");
        if (segment.Contains('/', StringComparison.Ordinal)) return Problem(place, "A name cannot hold a slash.", "Make folders one by one.");
        if (!NameFolding.IsWellFormed(segment)) return Problem(place, "The name is not valid Unicode.", "Type it again.");
        return segment.Any(letter => char.IsControl(letter) || letter is '\uFFFE' or '\uFFFF')
            ? Problem(place, "The name holds control characters.", "Type it again without them.")
            : null;
    }

    private static PortalProblem Problem(string place, string sentence, string remedy) => new("InvalidFolder", sentence, remedy, Field: place);
}
