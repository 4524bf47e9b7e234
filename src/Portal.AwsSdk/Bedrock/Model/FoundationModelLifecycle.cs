namespace Amazon.Bedrock.Model;

/// <summary>Whether a model is current or legacy, and until when.</summary>
public class FoundationModelLifecycle
{
    public FoundationModelLifecycleStatus Status { get; set; }

    public DateTime? StartOfLifeTime { get; set; }

    public DateTime? EndOfLifeTime { get; set; }

    public DateTime? LegacyTime { get; set; }

    public DateTime? PublicExtendedAccessTime { get; set; }
}
