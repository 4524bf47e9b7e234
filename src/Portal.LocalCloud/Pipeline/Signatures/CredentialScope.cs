namespace Portal.LocalCloud.Pipeline.Signatures;

/// <summary>The part of a credential that says for which day, region and service a signature is good.</summary>
internal sealed record CredentialScope(string Date, string Region, string Service)
{
    public const string Terminator = "aws4_request";

    public override string ToString() => $"{Date}/{Region}/{Service}/{Terminator}";

    /// <summary>Splits <c>AKID/20130524/us-east-1/s3/aws4_request</c>; null when it has another form.</summary>
    public static (string AccessKeyId, CredentialScope Scope)? ParseCredential(string credential)
    {
        var parts = credential.Split('/');
        return parts.Length >= 5 && parts[^1] == Terminator && parts[^4].Length == 8
            ? (string.Join('/', parts[..^4]), new CredentialScope(parts[^4], parts[^3], parts[^2]))
            : null;
    }
}
