using static Portal.Settings.Policy.PolicyPart;

namespace Portal.Settings.Policy;

/// <summary>Every AWS operation that the portal calls. A call that is not in here would be refused to a role that has the portal's policy.</summary>
public static class PortalActions
{
    /// <summary>The table.</summary>
    public static IReadOnlyList<PortalAction> All { get; } =
    [
        new("Sts", "GetCallerIdentity", None, "sts:GetCallerIdentity"),

        new("S3", "PutBucket", LocalOnly, "s3:CreateBucket"),
        new("S3", "PutBucketVersioning", LocalOnly, "s3:PutBucketVersioning"),
        new("S3", "GetBucketVersioning", Bucket, "s3:GetBucketVersioning"),
        new("S3", "ListObjectsV2", Listing, "s3:ListBucket"),
        new("S3", "ListMultipartUploads", Bucket, "s3:ListBucketMultipartUploads"),
        new("S3", "GetObject", Objects, "s3:GetObject"),
        new("S3", "GetObjectMetadata", Objects, "s3:GetObject"),
        new("S3", "PutObject", Objects, "s3:PutObject"),
        new("S3", "InitiateMultipartUpload", Objects, "s3:PutObject"),
        new("S3", "UploadPart", Objects, "s3:PutObject"),
        new("S3", "CompleteMultipartUpload", Objects, "s3:PutObject"),
        new("S3", "AbortMultipartUpload", Objects, "s3:AbortMultipartUpload"),
        new("S3", "DeleteObject", Objects, "s3:DeleteObject"),
        new("S3", "ListVersions", VersionListing, "s3:ListBucketVersions", ActionUse.KeptReady),
        new("S3", "GetObject of a version", Versions, "s3:GetObjectVersion", ActionUse.KeptReady),
        new("S3", "DeleteObject of a version", Versions, "s3:DeleteObjectVersion", ActionUse.KeptReady),

        new("BedrockAgent", "ListKnowledgeBases", Account, "bedrock:ListKnowledgeBases"),
        new("BedrockAgent", "CreateKnowledgeBase", Account, "bedrock:CreateKnowledgeBase"),
        new("BedrockAgent", "CreateKnowledgeBase", PassRole, "iam:PassRole", ActionUse.CheckedWithin),
        new("BedrockAgent", "GetKnowledgeBase", KnowledgeBase, "bedrock:GetKnowledgeBase"),
        new("BedrockAgent", "DeleteKnowledgeBase", KnowledgeBase, "bedrock:DeleteKnowledgeBase"),
        new("BedrockAgent", "CreateKnowledgeBase", KnowledgeBase, "bedrock:TagResource", ActionUse.CheckedWithin),
        new("BedrockAgent", "ListTagsForResource", KnowledgeBase, "bedrock:ListTagsForResource"),
        new("BedrockAgent", "CreateDataSource", KnowledgeBase, "bedrock:CreateDataSource"),
        new("BedrockAgent", "GetDataSource", KnowledgeBase, "bedrock:GetDataSource"),
        new("BedrockAgent", "ListDataSources", KnowledgeBase, "bedrock:ListDataSources"),
        new("BedrockAgent", "DeleteDataSource", KnowledgeBase, "bedrock:DeleteDataSource"),
        new("BedrockAgent", "StartIngestionJob", KnowledgeBase, "bedrock:StartIngestionJob"),
        new("BedrockAgent", "GetIngestionJob", KnowledgeBase, "bedrock:GetIngestionJob"),
        new("BedrockAgent", "ListIngestionJobs", KnowledgeBase, "bedrock:ListIngestionJobs"),
        new("BedrockAgent", "StopIngestionJob", KnowledgeBase, "bedrock:StopIngestionJob"),
        new("BedrockAgent", "GetKnowledgeBaseDocuments", KnowledgeBase, "bedrock:GetKnowledgeBaseDocuments"),
        new("BedrockAgent", "ListKnowledgeBaseDocuments", KnowledgeBase, "bedrock:ListKnowledgeBaseDocuments"),

        new("BedrockAgentRuntime", "Retrieve", KnowledgeBase, "bedrock:Retrieve"),
        new("BedrockAgentRuntime", "RetrieveAndGenerate", Account, "bedrock:RetrieveAndGenerate"),
        new("BedrockAgentRuntime", "RetrieveAndGenerate", Answering, "bedrock:InvokeModel", ActionUse.CheckedWithin),

        new("BedrockRuntime", "ConverseStream", Answering, "bedrock:InvokeModelWithResponseStream"),

        new("Bedrock", "ListFoundationModels", Account, "bedrock:ListFoundationModels"),
        new("Bedrock", "GetFoundationModel", Catalogue, "bedrock:GetFoundationModel"),
        new("Bedrock", "GetInferenceProfile", Catalogue, "bedrock:GetInferenceProfile"),
    ];

    /// <summary>The IAM actions of some parts, each once, in order.</summary>
    public static IReadOnlyList<string> Of(params ReadOnlySpan<PolicyPart> parts)
    {
        var wanted = parts.ToArray();
        return [.. All.Where(action => wanted.Contains(action.Part)).Select(action => action.IamAction).Distinct().Order(StringComparer.Ordinal)];
    }
}
