using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Pipeline.Signatures;

namespace Portal.LocalCloud.Wire;

/// <summary>One of AWS's protocols: finds the operation meant, reads its request record, writes its response record or a fault.</summary>
internal interface IWire
{
    FaultVocabulary Faults { get; }

    /// <summary>The operation a request is meant for, or null. Must not need the body, except in protocols that buffer it first.</summary>
    MatchedOperation? Find(ServiceApi api, AwsCall call);

    /// <summary>True when a request without a usable signature looks as if it were meant for this protocol.</summary>
    bool Recognises(AwsCall call);

    /// <summary>Binds, but does not validate.</summary>
    ValueTask<object> ReadAsync(AwsCall call, MatchedOperation matched, CancellationToken token);

    Task WriteAsync(AwsCall call, Operation operation, object response, CancellationToken token);

    Task WriteFaultAsync(AwsCall call, AwsFault fault, CancellationToken token);
}

internal sealed record MatchedOperation(Operation Operation, IReadOnlyDictionary<string, string> Labels);

/// <summary>How a protocol family words the faults that do not come from an operation.</summary>
internal abstract class FaultVocabulary
{
    public abstract AwsFault Signature(SignatureProblem problem);

    public abstract AwsFault UnknownOperation(AwsCall call);

    public abstract AwsFault Denied(string callerArn, string action);

    public abstract AwsFault Throttled();

    public abstract AwsFault InternalError();

    public abstract AwsFault Unavailable();

    /// <summary>A request that breaks its shape's constraints; <paramref name="message"/> is AWS's whole sentence.</summary>
    public abstract AwsFault Invalid(string message);
}
