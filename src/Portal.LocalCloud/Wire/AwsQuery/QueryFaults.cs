using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Pipeline.Signatures;

namespace Portal.LocalCloud.Wire.AwsQuery;

/// <summary>The faults Query services share.</summary>
internal sealed class QueryFaults : FaultVocabulary
{
    public override AwsFault Signature(SignatureProblem problem) => problem.Kind switch
    {
        SignatureProblemKind.Missing => new("MissingAuthenticationToken", 403, "Request is missing Authentication Token"),
        SignatureProblemKind.UnsupportedType or SignatureProblemKind.Malformed or SignatureProblemKind.QueryMalformed =>
            new("IncompleteSignature", 400, problem.Message),
        SignatureProblemKind.UnknownKey => new("InvalidClientTokenId", 403, "The security token included in the request is invalid."),
        SignatureProblemKind.Skewed => new("SignatureDoesNotMatch", 403, $"Signature expired: {problem.Fields[0].Value} is not within 15 min. of {problem.Fields[1].Value}"),
        SignatureProblemKind.Expired => new("SignatureDoesNotMatch", 403, "Signature expired"),
        SignatureProblemKind.WrongScope => new("SignatureDoesNotMatch", 403, "Credential should be scoped to a valid region."),
        _ => new("SignatureDoesNotMatch", 403, "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details."),
    };

    public override AwsFault UnknownOperation(AwsCall call) => new("InvalidAction", 400, "Could not find operation for this request");

    public override AwsFault Denied(string callerArn, string action) =>
        new("AccessDenied", 403, $"User: {callerArn} is not authorized to perform: {action} because no identity-based policy allows the {action} action");

    public override AwsFault Throttled() => new("Throttling", 400, "Rate exceeded");

    public override AwsFault InternalError() => new("InternalFailure", 500, "The request processing has failed because of an unknown error, exception or failure.");

    public override AwsFault Unavailable() => new("ServiceUnavailable", 503, "The request has failed due to a temporary failure of the server.");

    public override AwsFault Invalid(string message) => new("ValidationError", 400, message);
}
