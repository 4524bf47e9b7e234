using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Pipeline.Signatures;

namespace Portal.LocalCloud.Wire;

/// <summary>The faults the JSON protocols share.</summary>
/// <param name="throttledStatus">429 in REST JSON, 400 in AWS JSON.</param>
internal sealed class JsonFaults(int throttledStatus) : FaultVocabulary
{
    public override AwsFault Signature(SignatureProblem problem) => problem.Kind switch
    {
        SignatureProblemKind.Missing => new("MissingAuthenticationTokenException", 403, "Missing Authentication Token"),
        SignatureProblemKind.UnsupportedType or SignatureProblemKind.Malformed or SignatureProblemKind.QueryMalformed =>
            new("IncompleteSignatureException", 403, problem.Message),
        SignatureProblemKind.UnknownKey => new("UnrecognizedClientException", 403, "The security token included in the request is invalid."),
        SignatureProblemKind.Skewed or SignatureProblemKind.Expired => new("InvalidSignatureException", 403, Expired(problem)),
        SignatureProblemKind.WrongScope => new("InvalidSignatureException", 403, "Credential should be scoped to a valid region."),
        SignatureProblemKind.HeadersNotSigned => new("InvalidSignatureException", 403, $"{problem.Message}: {problem.Fields[0].Value}"),
        _ => new("InvalidSignatureException", 403, "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details."),
    };

    public override AwsFault UnknownOperation(AwsCall call) => new("UnknownOperationException", 404, "");

    public override AwsFault Denied(string callerArn, string action) =>
        new("AccessDeniedException", 403, $"User: {callerArn} is not authorized to perform: {action} because no identity-based policy allows the {action} action");

    public override AwsFault Throttled() => new("ThrottlingException", throttledStatus, "Too many requests, please wait before trying again.");

    public override AwsFault InternalError() => new("InternalServerException", 500, "The server encountered an internal error. Retry your request.");

    public override AwsFault Unavailable() => new("ServiceUnavailableException", 503, "The service isn't currently available. Try again later.");

    public override AwsFault Invalid(string message) => new("ValidationException", 400, message);

    private static string Expired(SignatureProblem problem)
    {
        var signed = problem.Fields.FirstOrDefault(field => field.Key == "RequestTime").Value;
        var now = problem.Fields.FirstOrDefault(field => field.Key == "ServerTime").Value?.Replace("-", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal);
        return signed is null ? "Signature expired"
            : string.CompareOrdinal(signed, now) < 0
                ? $"Signature expired: {signed} is now earlier than {now} (15 min.)"
                : $"Signature not yet current: {signed} is still later than {now} (15 min.)";
    }
}
