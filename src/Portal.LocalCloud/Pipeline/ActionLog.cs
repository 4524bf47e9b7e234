using System.Collections.Concurrent;

namespace Portal.LocalCloud.Pipeline;

/// <summary>The IAM actions that calls needed since the start or the last <see cref="Clear"/>, with how often.</summary>
public sealed class ActionLog
{
    private readonly ConcurrentDictionary<string, long> seen = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, long> Seen => seen;

    public void Clear() => seen.Clear();

    internal void Record(IEnumerable<string> actions)
    {
        foreach (var action in actions)
            seen.AddOrUpdate(action, 1, static (_, count) => count + 1);
    }
}
