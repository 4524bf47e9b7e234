using System.Globalization;

namespace Portal.LocalCloud.Pipeline.Signatures;

/// <summary>What a request claims about its signature, from the Authorization header or from a presigned query.</summary>
internal sealed record SignatureClaim
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    private const string UnsupportedMechanism = "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.";

    public required string AccessKeyId { get; init; }

    public required CredentialScope Scope { get; init; }

    public required IReadOnlyList<string> SignedHeaders { get; init; }

    public required string Signature { get; init; }

    /// <summary>Basic ISO 8601, as it enters the string to sign.</summary>
    public required string Timestamp { get; init; }

    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>How long a presigned request is good; null for the header form.</summary>
    public TimeSpan? Lifetime { get; init; }

    public bool IsPresigned => Lifetime is not null;

    /// <returns>Null for an unsigned request.</returns>
    /// <exception cref="SignatureException">A claim is there but malformed.</exception>
    public static SignatureClaim? Read(AwsCall call)
    {
        if (call.Header("Authorization") is { Length: > 0 } header)
            return FromHeader(call, header);
        if (call.Target.Has("AWSAccessKeyId") && call.Target.Has("Signature"))
            throw new SignatureException(SignatureProblemKind.UnsupportedType, UnsupportedMechanism);
        return call.Target.Has("X-Amz-Algorithm") || call.Target.Has("X-Amz-Signature") ? FromQuery(call.Target) : null;
    }

    private static SignatureClaim FromHeader(AwsCall call, string header)
    {
        if (!header.StartsWith("AWS", StringComparison.Ordinal))
            throw new SignatureException(SignatureProblemKind.UnsupportedType, "Unsupported Authorization Type");
        if (!header.StartsWith(Algorithm + " ", StringComparison.Ordinal))
            throw new SignatureException(SignatureProblemKind.UnsupportedType, UnsupportedMechanism);

        var parts = header[(Algorithm.Length + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
        foreach (var name in new[] { "Credential", "SignedHeaders", "Signature" })
        {
            if (!parts.ContainsKey(name))
                throw Malformed($"The authorization header is malformed; missing {name}.");
        }

        var credential = CredentialScope.ParseCredential(parts["Credential"])
            ?? throw Malformed("The authorization header is malformed; the Credential is mal-formed; expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".");
        var (timestamp, signedAt) = ReadTime(call);
        return new SignatureClaim
        {
            AccessKeyId = credential.AccessKeyId,
            Scope = credential.Scope,
            SignedHeaders = parts["SignedHeaders"].Split(';'),
            Signature = parts["Signature"],
            Timestamp = timestamp,
            SignedAt = signedAt,
        };
    }

    private static SignatureClaim FromQuery(RawTarget target)
    {
        if (target.Value("X-Amz-Algorithm") != Algorithm)
            throw BadQuery("X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256\"");
        foreach (var name in new[] { "X-Amz-Credential", "X-Amz-Date", "X-Amz-Expires", "X-Amz-SignedHeaders", "X-Amz-Signature" })
        {
            if (!target.Has(name))
                throw BadQuery("Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.");
        }

        var credential = CredentialScope.ParseCredential(target.Value("X-Amz-Credential")!)
            ?? throw BadQuery("Error parsing the X-Amz-Credential parameter; the Credential is mal-formed; expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".");
        if (!long.TryParse(target.Value("X-Amz-Expires"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
            throw BadQuery("X-Amz-Expires should be a number");
        if (seconds < 0)
            throw BadQuery("X-Amz-Expires must be non-negative");
        if (seconds > 604800)
            throw BadQuery("X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds");
        var timestamp = target.Value("X-Amz-Date")!;
        return new SignatureClaim
        {
            AccessKeyId = credential.AccessKeyId,
            Scope = credential.Scope,
            SignedHeaders = target.Value("X-Amz-SignedHeaders")!.Split(';'),
            Signature = target.Value("X-Amz-Signature")!,
            Timestamp = timestamp,
            SignedAt = ParseBasic(timestamp) ?? throw BadQuery("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\""),
            Lifetime = TimeSpan.FromSeconds(seconds),
        };
    }

    private static (string Timestamp, DateTimeOffset SignedAt) ReadTime(AwsCall call)
    {
        if (call.Header("x-amz-date") is { } amzDate)
            return (amzDate, ParseBasic(amzDate) ?? throw Malformed("AWS authentication requires a valid Date or x-amz-date header"));
        if (call.Header("Date") is { } date
            && DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed))
            return (parsed.ToUniversalTime().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture), parsed);
        throw Malformed("AWS authentication requires a valid Date or x-amz-date header");
    }

    private static DateTimeOffset? ParseBasic(string text) =>
        DateTimeOffset.TryParseExact(text, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;

    private static SignatureException Malformed(string message) => new(SignatureProblemKind.Malformed, message);

    private static SignatureException BadQuery(string message) => new(SignatureProblemKind.QueryMalformed, message);
}
