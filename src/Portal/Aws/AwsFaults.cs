using System.Net;
using Amazon.Runtime;

namespace Portal.Aws;

/// <summary>The one translator of AWS faults into what a person can act on.</summary>
public static class AwsFaults
{
    private static readonly Dictionary<string, (string Sentence, string Remedy)> Known = new()
    {
        ["AccessDenied"] = ("AWS refused: the portal's role lacks a permission.", "Compare the role's policy with the one on the Settings page and add what is missing."),
        ["AccessDeniedException"] = ("AWS refused: the portal's role lacks a permission.", "Compare the role's policy with the one on the Settings page and add what is missing."),
        ["ExpiredToken"] = ("The portal's AWS credentials have expired.", "Renew the credentials of the portal's process; nothing was changed."),
        ["ExpiredTokenException"] = ("The portal's AWS credentials have expired.", "Renew the credentials of the portal's process; nothing was changed."),
        ["InvalidAccessKeyId"] = ("AWS does not know the portal's access key.", "Check the credentials of the portal's process."),
        ["UnrecognizedClientException"] = ("AWS does not know the portal's credentials.", "Check the credentials of the portal's process."),
        ["SignatureDoesNotMatch"] = ("AWS refused the signature of the request.", "Check the secret key, and anything between the portal and AWS that changes requests."),
        ["RequestTimeTooSkewed"] = ("This machine's clock differs from AWS's by more than 15 minutes.", "Set the clock (NTP) and try again."),
        ["NoSuchBucket"] = ("The bucket does not exist.", "Check the bucket on the Settings page, or create it."),
        ["NoSuchKey"] = ("The document does not exist (any more).", "Reload the folder; someone may have moved or deleted it."),
        ["PermanentRedirect"] = ("The bucket is in another Region.", "Use a bucket in the connection's Region."),
        ["SlowDown"] = ("S3 asks to slow down.", "Wait a moment and try again; the portal has slowed down by itself."),
        ["EntityTooLarge"] = ("The file is larger than S3 takes.", "Upload a smaller file."),
        ["ThrottlingException"] = ("AWS is throttling this operation.", "Wait a moment and try again; the portal has slowed down by itself."),
        ["Throttling"] = ("AWS is throttling this operation.", "Wait a moment and try again; the portal has slowed down by itself."),
        ["ResourceNotFoundException"] = ("AWS does not know this resource (any more).", "Reload the page; it may have been deleted elsewhere."),
        ["ConflictException"] = ("The resource is busy or already exists.", "Wait until the running work ends, then try again."),
        ["ServiceQuotaExceededException"] = ("A quota of the account is used up.", "Delete what is not needed, or ask for a higher quota in Service Quotas."),
        ["ValidationException"] = ("AWS refused the request as invalid.", "Correct the values named in the message."),
        ["DependencyFailedException"] = ("The vector store or the model behind the knowledge base failed.", "Check the vector store and the model access of the knowledge base's role."),
        ["ModelNotReadyException"] = ("The model is not ready yet.", "Try again in a minute."),
        ["ModelTimeoutException"] = ("The model took too long.", "Ask for less, or try again."),
    };

    /// <summary>Whether AWS asks to slow down.</summary>
    public static bool IsThrottling(AmazonServiceException fault) =>
        fault.StatusCode == HttpStatusCode.TooManyRequests || fault.ErrorCode is "SlowDown" or "Throttling" or "ThrottlingException" or "TooManyRequestsException" or "RequestLimitExceeded";

    /// <summary>Whether the same call may succeed a little later without anyone doing anything.</summary>
    public static bool IsTransient(Exception exception) => exception switch
    {
        AmazonServiceException fault => IsThrottling(fault) || (int)fault.StatusCode >= 500 || fault.StatusCode == default,
        AmazonClientException { InnerException: HttpRequestException or IOException or TimeoutException } => true,
        HttpRequestException => true,
        _ => false,
    };

    /// <summary>The problem behind an exception; null for what is none (a bug, a cancellation).</summary>
    public static PortalProblem? ProblemOf(Exception exception) => exception switch
    {
        PortalProblemException expected => expected.Problem,
        AmazonServiceException { InnerException: HttpRequestException or IOException } => Unreachable(exception),
        AmazonServiceException fault when string.IsNullOrEmpty(fault.ErrorCode) && fault.StatusCode == default => Unreachable(exception),
        AmazonServiceException fault => Translate(fault),
        AmazonClientException => Unreachable(exception),
        HttpRequestException => Unreachable(exception),
        _ => null,
    };

    private static PortalProblem Translate(AmazonServiceException fault)
    {
        var code = string.IsNullOrEmpty(fault.ErrorCode) ? $"HTTP {(int)fault.StatusCode}" : fault.ErrorCode;
        var (sentence, remedy) = Known.TryGetValue(code, out var words)
            ? words
            : (int)fault.StatusCode >= 500
                ? ("AWS had an internal failure.", "Try again; if it stays, look at the AWS Health Dashboard.")
                : ("AWS refused the request.", "Read AWS's message and correct the request.");
        var message = string.IsNullOrWhiteSpace(fault.Message) ? sentence : $"{sentence} AWS says: {Ended(fault.Message.Trim())}";
        return new PortalProblem(code, message, remedy, ProblemKind.Service, fault.RequestId);
    }

    // Not all of AWS's messages end with a full stop, and the remedy may follow on the same line.
    private static string Ended(string message) => message[^1] is '.' or '!' or '?' ? message : message + ".";

    private static PortalProblem Unreachable(Exception exception) => new(
        "Unreachable",
        $"AWS could not be reached: {exception.GetBaseException().Message}",
        "Check the network, the service URL and the credentials of the portal's process, then try again.",
        ProblemKind.Service);
}
