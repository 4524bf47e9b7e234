using System.IO.Enumeration;

namespace Portal.LocalCloud.Pipeline;

/// <summary>Where tests arm faults. Thread-safe; the oldest matching fault strikes first.</summary>
public sealed class FaultBench
{
    private readonly Lock gate = new();
    private readonly List<Armed> armed = [];

    public void Arm(ArmedFault fault)
    {
        lock (gate)
            armed.Add(new Armed(fault));
    }

    public void Clear()
    {
        lock (gate)
            armed.Clear();
    }

    /// <summary>Faults that can still strike.</summary>
    public IReadOnlyList<ArmedFault> Current()
    {
        lock (gate)
            return [.. armed.Select(item => item.Fault)];
    }

    /// <summary>Counts a call against the faults armed for it and returns the one that strikes, if any.</summary>
    /// <param name="operation">AWS's name of the operation.</param>
    /// <param name="actions">The IAM actions it needs.</param>
    internal ArmedFault? Strike(string operation, IReadOnlyList<string> actions) =>
        Strike(fault => fault.Kind is not (FaultKind.IgnoreFilter or FaultKind.RefuseKey) && (Matches(fault, operation) || actions.Any(action => Matches(fault, action))));

    /// <summary>For faults that an operation enacts by itself.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="subject">The operation's name, or what else the kind is armed on.</param>
    internal bool Strikes(FaultKind kind, string subject) => Strike(fault => fault.Kind == kind && Matches(fault, subject)) is not null;

    private ArmedFault? Strike(Predicate<ArmedFault> matches)
    {
        lock (gate)
        {
            foreach (var item in armed)
            {
                if (!matches(item.Fault) || item.Seen++ < item.Fault.Skip)
                    continue;
                if (item.Fault.Times is { } times && ++item.Struck >= times)
                    armed.Remove(item);
                return item.Fault;
            }
        }

        return null;
    }

    private static bool Matches(ArmedFault fault, string name) => FileSystemName.MatchesSimpleExpression(fault.On, name, ignoreCase: true);

    private sealed class Armed(ArmedFault fault)
    {
        public ArmedFault Fault { get; } = fault;

        public int Seen { get; set; }

        public int Struck { get; set; }
    }
}
