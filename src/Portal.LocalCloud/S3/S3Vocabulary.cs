using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Pipeline.Signatures;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3;

/// <summary>S3's words for faults that do not come from an operation.</summary>
internal sealed class S3Vocabulary : FaultVocabulary
{
    public override AwsFault Signature(SignatureProblem problem)
    {
        var (code, status) = problem.Kind switch
        {
            SignatureProblemKind.Missing or SignatureProblemKind.Expired or SignatureProblemKind.HeadersNotSigned => ("AccessDenied", 403),
            SignatureProblemKind.UnsupportedType => (problem.Message.StartsWith("The auth", StringComparison.Ordinal) ? "InvalidRequest" : "InvalidArgument", 400),
            SignatureProblemKind.Malformed or SignatureProblemKind.WrongScope => ("AuthorizationHeaderMalformed", 400),
            SignatureProblemKind.QueryMalformed => ("AuthorizationQueryParametersError", 400),
            SignatureProblemKind.UnknownKey => ("InvalidAccessKeyId", 403),
            SignatureProblemKind.Skewed => ("RequestTimeTooSkewed", 403),
            SignatureProblemKind.ContentHashMissing => ("InvalidRequest", 400),
            SignatureProblemKind.ContentHashMismatch => ("XAmzContentSHA256Mismatch", 400),
            SignatureProblemKind.ContentHashUnsupported => ("InvalidArgument", 400),
            _ => ("SignatureDoesNotMatch", 403),
        };
        return new AwsFault(code, status, problem.Message) { Fields = problem.Fields };
    }

    public override AwsFault UnknownOperation(AwsCall call) =>
        new("MethodNotAllowed", 405, "The specified method is not allowed against this resource.") { Fields = [new("Method", call.Method), new("ResourceType", "OBJECT")] };

    public override AwsFault Denied(string callerArn, string action) =>
        new("AccessDenied", 403, $"User: {callerArn} is not authorized to perform: {action} because no identity-based policy allows the {action} action");

    public override AwsFault Throttled() => new("SlowDown", 503, "Please reduce your request rate.");

    public override AwsFault InternalError() => new("InternalError", 500, "We encountered an internal error. Please try again.");

    public override AwsFault Unavailable() => new("ServiceUnavailable", 503, "Service is unable to handle request.");

    public override AwsFault Invalid(string message) => new("InvalidArgument", 400, message);
}
