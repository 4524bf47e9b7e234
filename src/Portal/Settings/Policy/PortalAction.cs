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

    /// <summary>Earlier versions of objects below the base prefix.</summary>
    Versions,

    /// <summary>The bucket's list of versions, below the base prefix.</summary>
    VersionListing,

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

/// <summary>Why an action is in the table.</summary>
public enum ActionUse
{
    /// <summary>The portal makes the call.</summary>
    Called,

    /// <summary>AWS checks it within another call; no request of its own is seen.</summary>
    CheckedWithin,

    /// <summary>For earlier versions in the bucket; the portal makes no such call yet.</summary>
    KeptReady,
}

/// <summary>One AWS operation that the portal calls, and what it takes.</summary>
/// <param name="Service">The client: "S3", "BedrockAgent" …</param>
/// <param name="Operation">The operation, named as in the SDK.</param>
/// <param name="Part">Where its action stands in the policy.</param>
/// <param name="IamAction">The IAM action that AWS checks.</param>
/// <param name="Use">Why it is in the table.</param>
public sealed record PortalAction(string Service, string Operation, PolicyPart Part, string IamAction, ActionUse Use = ActionUse.Called);
