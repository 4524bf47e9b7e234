namespace Portal.LocalCloud.Wire.EventStream;

/// <summary>One message of an event stream.</summary>
/// <param name="Type">The union member it is, e.g. <c>contentBlockDelta</c>; for an exception its shape's name.</param>
/// <param name="Payload">The record that becomes the JSON payload.</param>
internal sealed record StreamEvent(string Type, object Payload)
{
    /// <summary>True for a modelled exception within the stream, which ends it.</summary>
    public bool IsException { get; init; }
}
