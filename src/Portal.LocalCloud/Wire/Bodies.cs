namespace Portal.LocalCloud.Wire;

/// <summary>A request body that is read as it arrives. Reading may throw an <see cref="Pipeline.AwsFault"/>; commit nothing before its end.</summary>
/// <param name="Content">The bytes without transport framing.</param>
/// <param name="Length">Bytes as announced, or null.</param>
/// <param name="Trailers">Headers that came after the bytes; ask after reading.</param>
internal sealed record RequestBody(Stream Content, long? Length, Func<IReadOnlyDictionary<string, string>> Trailers);

/// <summary>A response body that is written as it is made.</summary>
/// <param name="Length">Bytes, or null when unknown beforehand.</param>
/// <param name="WriteToAsync">Writes all of them.</param>
/// <param name="Held">What is held until the body was sent or given up.</param>
internal sealed record ResponseBody(long? Length, Func<Stream, CancellationToken, Task> WriteToAsync, IDisposable? Held = null) : IDisposable
{
    public void Dispose() => Held?.Dispose();
}
