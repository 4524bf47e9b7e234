namespace Portal.Aws;

/// <summary>
/// The account and Region that state belongs to. Every stored resource names its connection; with another identity than the one recorded here the portal is
/// read-only. One row for now.
/// </summary>
public sealed class AwsConnection
{
    public Guid Id { get; set; }

    /// <summary>How people call it.</summary>
    public required string Label { get; set; }

    /// <summary>Twelve digits, as sts:GetCallerIdentity answered when the connection was made.</summary>
    public required string AccountId { get; set; }

    public required string Region { get; set; }

    /// <summary>Role to assume, where the portal's own identity is not used directly.</summary>
    public string? RoleArn { get; set; }

    public string? ExternalId { get; set; }
}
