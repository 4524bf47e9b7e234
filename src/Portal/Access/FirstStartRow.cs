namespace Portal.Access;

internal sealed class FirstStartRow
{
    public int Id { get; set; } = 1;

    public byte[]? CodeHash { get; set; }

    public Guid? AdministratorId { get; set; }

    public bool? LoadSample { get; set; }

    public DateTimeOffset? CompletedAt { get; set; }

    public DateTimeOffset? FollowedUpAt { get; set; }
}
