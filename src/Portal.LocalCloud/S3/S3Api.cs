using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire.RestXml;

namespace Portal.LocalCloud.S3;

/// <summary>Simple Storage Service, path style.</summary>
internal static class S3Api
{
    public static ServiceApi Create() =>
        new("s3", "s3", "s3", new RestXmlWire(new S3Vocabulary()))
        {
            StreamsBodies = true,
            Operations = [],
        };
}
