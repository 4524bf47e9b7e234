namespace Portal.Access;

/// <summary>One line of the audit.</summary>
public sealed class AuditEntry
{
    public long Id { get; set; }

    public DateTimeOffset At { get; set; }

    public Guid UserId { get; set; }

    public required string Email { get; set; }

    public required string Action { get; set; }

    public required string Subject { get; set; }

    public Guid? TenantId { get; set; }

    public string? Before { get; set; }

    public string? After { get; set; }

    public string[] AwsRequestIds { get; set; } = [];
}
