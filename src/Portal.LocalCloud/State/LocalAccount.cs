namespace Portal.LocalCloud.State;

/// <summary>The one account of this cloud and the one user whose keys it knows.</summary>
internal sealed class LocalAccount(LocalCloudOptions options)
{
    public string Id => options.AccountId;

    public string Region => options.Region;

    public string CallerArn => $"arn:aws:iam::{Id}:user/local";

    /// <summary>The unique id of the user, in IAM's form.</summary>
    public string CallerId => "AIDALOCALCLOUDUSER000";

    /// <summary>An ARN of this account and region.</summary>
    public string Arn(string service, string resource) => $"arn:aws:{service}:{Region}:{Id}:{resource}";
}
