using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire.AwsQuery;

namespace Portal.LocalCloud.Sts;

/// <summary>Security Token Service: who is calling.</summary>
internal static class StsApi
{
    public static ServiceApi Create() =>
        new("sts", "sts", "sts", new AwsQueryWire("https://sts.amazonaws.com/doc/2011-06-15/", "2011-06-15"))
        {
            Operations = [Operation.Of<GetCallerIdentity>(), Operation.Of<AssumeRole>()],
        };
}
