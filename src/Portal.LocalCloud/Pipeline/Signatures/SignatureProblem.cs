namespace Portal.LocalCloud.Pipeline.Signatures;

/// <summary>Why a request was not accepted as signed. Each protocol family has its own code for it.</summary>
internal enum SignatureProblemKind
{
    Missing,
    UnsupportedType,
    Malformed,
    WrongScope,
    QueryMalformed,
    UnknownKey,
    Mismatch,
    HeadersNotSigned,
    Skewed,
    Expired,
    ContentHashMissing,
    ContentHashMismatch,
    ContentHashUnsupported,
}

/// <param name="Kind">What is wrong.</param>
/// <param name="Message">AWS's sentence where it does not depend on the protocol.</param>
internal sealed record SignatureProblem(SignatureProblemKind Kind, string Message)
{
    /// <summary>What AWS adds to explain, by the names it gives them.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; } = [];
}

/// <summary>Carries a <see cref="SignatureProblem"/> to where the protocol words it.</summary>
internal sealed class SignatureException(SignatureProblem problem) : Exception(problem.Message)
{
    public SignatureException(SignatureProblemKind kind, string message)
        : this(new SignatureProblem(kind, message))
    {
    }

    public SignatureProblem Problem { get; } = problem;
}
