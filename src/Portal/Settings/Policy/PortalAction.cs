namespace Portal.Settings.Policy;

/// <summary>Where in the policy an action stands: on which resources, under which condition.</summary>
public enum PolicyPart
{
    /// <summary>AWS asks for no permission.</summary>
    None,

    /// <summary>Only LocalCloud's own workspace is made by the portal; in AWS the bucket is its owner's.</summary>
    LocalOnly,

    /// <summary>The bucket, below the base prefix.</summary>
    Listing,

    /// <summary>The bucket itself.</summary>
    Bucket,

    /// <summary>Objects below the base prefix.</summary>
    Objects,

    /// <summary>Knowledge bases of the account, their data sources and jobs.</summary>
    KnowledgeBase,

    /// <summary>Actions of Amazon Bedrock that name no resource.</summary>
    Account,

    /// <summary>The model or inference profile that answers.</summary>
    Answering,

    /// <summary>What models and profiles there are.</summary>
    Catalogue,

    /// <summary>The role that knowledge bases work with.</summary>
    PassRole,
}

/// <summary>One AWS operation that the portal calls, and what it takes.</summary>
/// <param name="Service">The client: "S3", "BedrockAgent" …</param>
/// <param name="Operation">AWS's operation name.</param>
/// <param name="Part">Where its actions stand in the policy.</param>
/// <param name="IamActions">The IAM actions that AWS checks.</param>
public sealed record PortalAction(string Service, string Operation, PolicyPart Part, params string[] IamActions);
