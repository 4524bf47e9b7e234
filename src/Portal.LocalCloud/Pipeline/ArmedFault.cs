using System.Text.Json.Serialization;

namespace Portal.LocalCloud.Pipeline;

/// <summary>What an armed fault does to a call.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FaultKind>))]
public enum FaultKind
{
    /// <summary>Refuses for lack of permission.</summary>
    Deny,

    /// <summary>The service's throttling error.</summary>
    Throttle,

    /// <summary>The service's internal error (500), or the code and status the fault names.</summary>
    Error,

    /// <summary>503.</summary>
    Unavailable,

    /// <summary>Never answers; the client runs into its timeout.</summary>
    Hang,

    /// <summary>Cuts the connection before anything is done.</summary>
    Reset,

    /// <summary>Does what is asked, then cuts the connection instead of answering.</summary>
    DropResponse,

    /// <summary>A retrieval behaves like a store that does not apply metadata filters.</summary>
    IgnoreFilter,

    /// <summary>Within DeleteObjects: refuses the keys that <see cref="ArmedFault.On"/> matches and no others.</summary>
    RefuseKey,
}

/// <summary>A fault waiting for calls.</summary>
public sealed record ArmedFault
{
    /// <summary>An IAM action (<c>s3:PutObject</c>), an operation's name (<c>CreateDataSource</c>), or a pattern with <c>*</c>.</summary>
    public required string On { get; init; }

    public required FaultKind Kind { get; init; }

    /// <summary>Matching calls let through first: 2 for "the third call".</summary>
    public int Skip { get; init; }

    /// <summary>Calls it strikes; null for all until cleared.</summary>
    public int? Times { get; init; }

    /// <summary>With <see cref="FaultKind.Error"/>: AWS's error code instead of the internal error.</summary>
    public string? Code { get; init; }

    /// <summary>With <see cref="FaultKind.Error"/>: the HTTP status.</summary>
    public int? StatusCode { get; init; }

    public string? Message { get; init; }
}
