using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.Pipeline;

/// <summary>A service as the pipeline sees it: how its requests are signed, spoken and named, and its operation table.</summary>
/// <param name="Name">Short name for logs, e.g. <c>bedrock-agent</c>.</param>
/// <param name="SigningName">The service in the SigV4 credential scope; several services may share one.</param>
/// <param name="ActionPrefix">The prefix of its IAM actions.</param>
/// <param name="Wire">Its protocol.</param>
internal sealed record ServiceApi(string Name, string SigningName, string ActionPrefix, IWire Wire)
{
    public required IReadOnlyList<Operation> Operations { get; init; }

    /// <summary>True when bodies are handed to operations as they arrive (and verified on the way) instead of being read first.</summary>
    public bool StreamsBodies { get; init; }

    /// <summary>The fault for a request that matches no operation, when the protocol's own will not do.</summary>
    public Func<AwsCall, AwsFault?> Refuse { get; init; } = static _ => null;

    /// <summary>A check of the service's own on the body, before it is bound.</summary>
    public Func<AwsCall, Operation, CancellationToken, Task> Guard { get; init; } = static (_, _, _) => Task.CompletedTask;

    public IReadOnlyList<string> ActionsOf(Operation operation, object request) =>
        request is INamesActions naming
            ? [.. naming.Actions()]
            : operation.DeclaredActions ?? [$"{ActionPrefix}:{operation.Name}"];
}
