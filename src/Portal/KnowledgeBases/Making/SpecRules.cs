using System.Text.RegularExpressions;

namespace Portal.KnowledgeBases.Making;

/// <summary>One field of a form that AWS would refuse, and why.</summary>
/// <param name="Field">The property's name, of the spec or of its store or chunking.</param>
/// <param name="Message">What is wrong and what is right.</param>
public sealed record SpecFinding(string Field, string Message);

/// <summary>Amazon Bedrock's own bounds and patterns, so that a form says at once what AWS would refuse after the fact.</summary>
public static partial class SpecRules
{
    /// <summary>What is wrong with a knowledge base to be made; empty when nothing is.</summary>
    public static IReadOnlyList<SpecFinding> Check(KnowledgeBaseSpec spec)
    {
        var findings = new List<SpecFinding>();
        Name(findings, nameof(spec.Name), spec.Name);
        Description(findings, nameof(spec.Description), spec.Description);
        Match(findings, nameof(spec.RoleArn), spec.RoleArn, RoleArn(), "an IAM role's ARN, such as arn:aws:iam::111122223333:role/BedrockKnowledgeBase");
        Match(findings, nameof(spec.EmbeddingModelArn), spec.EmbeddingModelArn, Model(), "an embedding model's id or ARN, such as amazon.titan-embed-text-v2:0");
        if (spec.Dimensions is < 1 or > 4096) findings.Add(new(nameof(spec.Dimensions), "Dimensions are a number from 1 to 4,096."));
        switch (spec.Store)
        {
            case OpenSearchServerlessStore store: OpenSearch(findings, store); break;
            case AuroraStore store: Aurora(findings, store); break;
            case S3VectorsStore store: S3Vectors(findings, store); break;
        }

        return findings;
    }

    /// <summary>What is wrong with a data source to be made; empty when nothing is.</summary>
    public static IReadOnlyList<SpecFinding> Check(DataSourceSpec spec)
    {
        var findings = new List<SpecFinding>();
        Name(findings, nameof(spec.Name), spec.Name);
        Description(findings, nameof(spec.Description), spec.Description);
        Match(findings, nameof(spec.Bucket), spec.Bucket, Bucket(), "a bucket's name: 3 to 63 lower case letters, digits, dots and hyphens");
        if (spec.Prefix is { Length: < 1 or > 300 }) findings.Add(new(nameof(spec.Prefix), "The prefix has 1 to 300 characters."));
        if (spec.BucketOwnerAccountId is { Length: > 0 } owner && !Account().IsMatch(owner)) findings.Add(new(nameof(spec.BucketOwnerAccountId), "An account id has twelve digits."));
        Chunks(findings, spec.Chunking);
        return findings;
    }

    /// <summary>Throws the first finding as a problem of its field.</summary>
    /// <exception cref="PortalProblemException">There is one.</exception>
    public static void Demand(IReadOnlyList<SpecFinding> findings)
    {
        if (findings is [var first, ..]) throw new PortalProblemException(new("ValidationException", first.Message, "Correct the field.", Field: first.Field));
    }

    private static void OpenSearch(List<SpecFinding> findings, OpenSearchServerlessStore store)
    {
        Match(findings, nameof(store.CollectionArn), store.CollectionArn, CollectionArn(), "a collection's ARN, such as arn:aws:aoss:us-east-1:111122223333:collection/abc123");
        Present(findings, nameof(store.VectorIndexName), store.VectorIndexName);
        Present(findings, nameof(store.VectorField), store.VectorField);
        Present(findings, nameof(store.TextField), store.TextField);
        Present(findings, nameof(store.MetadataField), store.MetadataField);
    }

    private static void Aurora(List<SpecFinding> findings, AuroraStore store)
    {
        Match(findings, nameof(store.ResourceArn), store.ResourceArn, ClusterArn(), "a cluster's ARN, such as arn:aws:rds:us-east-1:111122223333:cluster:vectors");
        Match(findings, nameof(store.CredentialsSecretArn), store.CredentialsSecretArn, SecretArn(), "a secret's ARN, such as arn:aws:secretsmanager:us-east-1:111122223333:secret:vectors-AbCdEf");
        Match(findings, nameof(store.DatabaseName), store.DatabaseName, ColumnName(), "1 to 63 letters, digits, _ and -");
        Match(findings, nameof(store.TableName), store.TableName, TableName(), "1 to 63 letters, digits, dots, _ and -");
        Match(findings, nameof(store.PrimaryKeyField), store.PrimaryKeyField, ColumnName(), "1 to 63 letters, digits, _ and -");
        Match(findings, nameof(store.VectorField), store.VectorField, ColumnName(), "1 to 63 letters, digits, _ and -");
        Match(findings, nameof(store.TextField), store.TextField, ColumnName(), "1 to 63 letters, digits, _ and -");
        Match(findings, nameof(store.MetadataField), store.MetadataField, ColumnName(), "1 to 63 letters, digits, _ and -");
        if (store.CustomMetadataField is { Length: > 0 }) Match(findings, nameof(store.CustomMetadataField), store.CustomMetadataField, ColumnName(), "1 to 63 letters, digits, _ and -");
    }

    private static void S3Vectors(List<SpecFinding> findings, S3VectorsStore store)
    {
        if (!string.IsNullOrEmpty(store.IndexArn))
        {
            if (!string.IsNullOrEmpty(store.VectorBucketArn) || !string.IsNullOrEmpty(store.IndexName))
                findings.Add(new(nameof(store.IndexArn), "Name the index by its ARN, or by the vector bucket's ARN and the index's name; not by both."));
            return;
        }

        if (string.IsNullOrEmpty(store.VectorBucketArn)) findings.Add(new(nameof(store.VectorBucketArn), "Name the index by its ARN, or by the vector bucket's ARN and the index's name."));
        else if (store.IndexName is not { Length: >= 3 and <= 63 }) findings.Add(new(nameof(store.IndexName), "An index's name has 3 to 63 characters."));
    }

    private static void Chunks(List<SpecFinding> findings, Chunking chunking)
    {
        void Range(string field, int value, int least, int most)
        {
            if (value < least || value > most) findings.Add(new(field, $"It is a number from {least} to {most:N0}."));
        }

        switch (chunking)
        {
            case FixedSizeChunking fixedSize:
                Range(nameof(fixedSize.MaxTokens), fixedSize.MaxTokens, 1, 8192);
                Range(nameof(fixedSize.OverlapPercentage), fixedSize.OverlapPercentage, 1, 99);
                break;
            case HierarchicalChunking hierarchical:
                Range(nameof(hierarchical.ParentMaxTokens), hierarchical.ParentMaxTokens, 1, 8192);
                Range(nameof(hierarchical.ChildMaxTokens), hierarchical.ChildMaxTokens, 1, 8192);
                Range(nameof(hierarchical.OverlapTokens), hierarchical.OverlapTokens, 1, Math.Max(1, hierarchical.ChildMaxTokens - 1));
                if (hierarchical.ChildMaxTokens >= hierarchical.ParentMaxTokens) findings.Add(new(nameof(hierarchical.ChildMaxTokens), "A child chunk is smaller than its parent."));
                break;
            case SemanticChunking semantic:
                Range(nameof(semantic.MaxTokens), semantic.MaxTokens, 1, 8192);
                Range(nameof(semantic.BufferSize), semantic.BufferSize, 0, 1);
                Range(nameof(semantic.BreakpointPercentileThreshold), semantic.BreakpointPercentileThreshold, 50, 99);
                break;
        }
    }

    private static void Name(List<SpecFinding> findings, string field, string? value) =>
        Match(findings, field, value, ResourceName(), "1 to 100 letters and digits, with single hyphens or underscores after them");

    private static void Description(List<SpecFinding> findings, string field, string? value)
    {
        if (value is { Length: > 200 }) findings.Add(new(field, "A description has at most 200 characters."));
    }

    private static void Present(List<SpecFinding> findings, string field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) findings.Add(new(field, "This is needed."));
    }

    private static void Match(List<SpecFinding> findings, string field, string? value, Regex pattern, string expected)
    {
        if (string.IsNullOrWhiteSpace(value)) findings.Add(new(field, $"This is needed: {expected}."));
        else if (!pattern.IsMatch(value)) findings.Add(new(field, $"AWS expects {expected}."));
    }

    [GeneratedRegex("^([0-9a-zA-Z][_-]?){1,100}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ResourceName();

    [GeneratedRegex("^arn:aws(-[^:]+)?:iam::([0-9]{12})?:role/.+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RoleArn();

    [GeneratedRegex("^(arn:aws(-[^:]{1,12})?:(bedrock|sagemaker):[a-z0-9-]{1,20}:([0-9]{12})?:([a-z-]+/)?)?[a-zA-Z0-9.-]{1,126}(:[a-z0-9-]{1,63}){0,2}(/[a-z0-9]{1,12})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Model();

    [GeneratedRegex("^arn:aws:aoss:[a-z]{2}(-gov)?-[a-z]+-[0-9]:[0-9]{12}:collection/[a-z0-9-]{3,32}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CollectionArn();

    [GeneratedRegex("^arn:aws(|-cn|-us-gov):rds:[a-zA-Z0-9-]*:[0-9]{12}:cluster:[a-zA-Z0-9-]{1,63}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ClusterArn();

    [GeneratedRegex("^arn:aws(|-cn|-us-gov):secretsmanager:[a-z0-9-]{1,20}:([0-9]{12}|):secret:[a-zA-Z0-9!/_+=.@-]{1,512}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SecretArn();

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,63}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ColumnName();

    [GeneratedRegex("^[a-zA-Z0-9_.-]{1,63}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TableName();

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bucket();

    [GeneratedRegex("^[0-9]{12}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Account();
}
