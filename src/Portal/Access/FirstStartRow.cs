namespace Portal.Access;

internal sealed class FirstStartRow
{
    public bool Only { get; set; } = true;

    public byte[]? CodeHash { get; set; }

    public Guid? AdministratorId { get; set; }

    public bool? LoadSample { get; set; }

    public DateTimeOffset? CompletedAt { get; set; }

    public DateTimeOffset? FollowedUpAt { get; set; }
}
