using Portal.Aws;

namespace Portal.KnowledgeBases.Sync;

/// <summary>How often AWS is asked during a sync. AWS takes minutes and allows ten looks a second for the whole account; LocalCloud takes a second.</summary>
/// <param name="Queue">Between two looks whether there is a place.</param>
/// <param name="Follow">Between two looks at a running job.</param>
/// <param name="LoadFresh">How long a count of running jobs is used again.</param>
public sealed record SyncPace(TimeSpan Queue, TimeSpan Follow, TimeSpan LoadFresh)
{
    /// <summary>The pace that suits a cloud.</summary>
    public static SyncPace For(CloudKind cloud) => cloud == CloudKind.Local
        ? new(TimeSpan.FromMilliseconds(400), TimeSpan.FromMilliseconds(400), TimeSpan.FromMilliseconds(300))
        : new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(8));
}
