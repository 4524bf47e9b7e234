namespace Portal.KnowledgeBases.Making;

/// <summary>Pauses between two looks at something that AWS works on: short at first, so that what takes a second takes a second, then longer.</summary>
internal static class Pauses
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);

    public static TimeSpan Longer(TimeSpan pause) => pause * 1.5 < Longest ? pause * 1.5 : Longest;
}
