using System.Net;
using System.Text.RegularExpressions;

namespace Portal.Settings;

/// <summary>What a workspace must be like, before anyone asks AWS. The field of a problem is the property's name.</summary>
public static partial class WorkspaceRules
{
    private static readonly string[] ReservedStarts = ["xn--", "sthree-", "amzn-s3-demo-"];

    private static readonly string[] ReservedEnds = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];

    /// <summary>Everything that is wrong with it.</summary>
    public static IReadOnlyList<PortalProblem> Check(Workspace workspace) =>
    [
        .. new[]
        {
            OfBucket(workspace.Bucket), OfPrefix(workspace.BasePrefix), OfAttribute(workspace.AttributeKey), OfKnowledgeBase(workspace.KnowledgeBaseId),
            OfRole(workspace.KnowledgeBaseRoleArn), OfModel(workspace.EmbeddingModelId, nameof(Workspace.EmbeddingModelId)), OfModel(workspace.AnswerModelId, nameof(Workspace.AnswerModelId)),
        }.OfType<PortalProblem>(),
    ];

    private static PortalProblem? OfBucket(string bucket)
    {
        var legal = BucketName().IsMatch(bucket) && !bucket.Contains("..", StringComparison.Ordinal) && !IPAddress.TryParse(bucket, out _)
            && !ReservedStarts.Any(start => bucket.StartsWith(start, StringComparison.Ordinal)) && !ReservedEnds.Any(end => bucket.EndsWith(end, StringComparison.Ordinal));
        return legal ? null : new("InvalidBucket", "S3 does not allow this bucket name.", "Use 3 to 63 lower case letters, digits, hyphens and dots, beginning and ending with a letter or digit.", Field: nameof(Workspace.Bucket));
    }

    private static PortalProblem? OfPrefix(string prefix) => prefix switch
    {
        "" => Prefix("The base prefix is empty: tenants' folders would lie among everything else in the bucket."),
        _ when !prefix.EndsWith('/') => Prefix("The base prefix does not end with \"/\", so \"data\" would also cover \"database\"."),
        _ when prefix.StartsWith('/') || prefix.Contains("//", StringComparison.Ordinal) => Prefix("The base prefix has an empty folder name."),
        _ when prefix.Length > 200 || !SafePrefix().IsMatch(prefix) => Prefix("The base prefix has characters that need care in keys, or is longer than 200."),
        _ when prefix.Split('/').Any(part => part is "." or "..") => Prefix("The base prefix has a folder named \".\" or \"..\"."),
        _ => null,
    };

    private static PortalProblem Prefix(string sentence) => new(
        "InvalidBasePrefix", sentence, "Write letters, digits and ! - _ . ' ( ) between slashes, ending with \"/\", such as customer-data/.", Field: nameof(Workspace.BasePrefix));

    private static PortalProblem? OfAttribute(string key) => key switch
    {
        { Length: 0 or > 100 } => Attribute("The tenant attribute key needs 1 to 100 characters; filters take no more."),
        _ when key.Trim().Length != key.Length || key.Any(char.IsControl) => Attribute("The tenant attribute key has characters that cannot be seen."),
        _ when key.StartsWith("x-amz-bedrock", StringComparison.OrdinalIgnoreCase) || key.StartsWith('_') || key.StartsWith("AMAZON_BEDROCK_", StringComparison.OrdinalIgnoreCase) =>
            Attribute("Amazon Bedrock reserves such keys for itself."),
        _ => null,
    };

    private static PortalProblem Attribute(string sentence) => new(
        "InvalidAttributeKey", sentence, "Choose a plain word such as customer.", Field: nameof(Workspace.AttributeKey));

    private static PortalProblem? OfKnowledgeBase(string? id) => id is null || KnowledgeBaseId().IsMatch(id)
        ? null : new("InvalidKnowledgeBaseId", "This is not the id of a knowledge base.", "It has ten capital letters and digits; copy it from the list of knowledge bases.", Field: nameof(Workspace.KnowledgeBaseId));

    private static PortalProblem? OfRole(string? arn) => arn is null || RoleArn().IsMatch(arn)
        ? null : new("InvalidRoleArn", "This is not the ARN of a role.", "Write it as arn:aws:iam::123456789012:role/name.", Field: nameof(Workspace.KnowledgeBaseRoleArn));

    private static PortalProblem? OfModel(string? id, string field) => id is null || ModelId().IsMatch(id)
        ? null : new("InvalidModelId", "This is neither a model id nor the ARN of a model or inference profile.", "Copy it from the model catalogue of Amazon Bedrock.", Field: field);

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\\z", RegexOptions.None, 1000)]
    private static partial Regex BucketName();

    [GeneratedRegex("^[A-Za-z0-9!_.'()/-]+\\z", RegexOptions.None, 1000)]
    private static partial Regex SafePrefix();

    [GeneratedRegex("^[0-9A-Z]{10}\\z", RegexOptions.None, 1000)]
    private static partial Regex KnowledgeBaseId();

    [GeneratedRegex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]{1,512}\\z", RegexOptions.None, 1000)]
    private static partial Regex RoleArn();

    [GeneratedRegex("^(arn:aws[a-z-]*:(bedrock|sagemaker):[a-z0-9-]*:[0-9]{0,12}:[A-Za-z0-9./:_-]{1,256}|[a-z0-9-]{1,63}\\.[A-Za-z0-9.:_-]{1,190})\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ModelId();
}
