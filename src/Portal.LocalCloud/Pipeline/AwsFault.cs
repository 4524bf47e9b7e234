namespace Portal.LocalCloud.Pipeline;

/// <summary>
/// An error as AWS reports it: code, status and sentence, and where the service adds them, further members by their wire names.
/// Operations throw it; the wire of the service writes it.
/// </summary>
internal sealed class AwsFault(string code, int statusCode, string message) : Exception(message)
{
    public string Code { get; } = code;

    public int StatusCode { get; } = statusCode;

    /// <summary>Members beside code and message, e.g. <c>BucketName</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; } = [];

    /// <summary>Response headers that go with the fault, e.g. <c>x-amz-delete-marker</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}
