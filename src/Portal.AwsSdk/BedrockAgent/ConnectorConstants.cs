using Amazon.Runtime;

namespace Amazon.BedrockAgent;

public class ConfluenceAuthType : ConstantClass
{
    public static readonly ConfluenceAuthType BASIC = new("BASIC");
    public static readonly ConfluenceAuthType OAUTH2_CLIENT_CREDENTIALS = new("OAUTH2_CLIENT_CREDENTIALS");

    public ConfluenceAuthType(string value) : base(value) { }

    public static ConfluenceAuthType FindValue(string value) => FindValue<ConfluenceAuthType>(value);

    public static implicit operator ConfluenceAuthType(string value) => FindValue(value);
}

public class ConfluenceHostType : ConstantClass
{
    public static readonly ConfluenceHostType SAAS = new("SAAS");

    public ConfluenceHostType(string value) : base(value) { }

    public static ConfluenceHostType FindValue(string value) => FindValue<ConfluenceHostType>(value);

    public static implicit operator ConfluenceHostType(string value) => FindValue(value);
}

public class CrawlFilterConfigurationType : ConstantClass
{
    public static readonly CrawlFilterConfigurationType PATTERN = new("PATTERN");

    public CrawlFilterConfigurationType(string value) : base(value) { }

    public static CrawlFilterConfigurationType FindValue(string value) => FindValue<CrawlFilterConfigurationType>(value);

    public static implicit operator CrawlFilterConfigurationType(string value) => FindValue(value);
}

public class EnabledOrDisabledState : ConstantClass
{
    public static readonly EnabledOrDisabledState DISABLED = new("DISABLED");
    public static readonly EnabledOrDisabledState ENABLED = new("ENABLED");

    public EnabledOrDisabledState(string value) : base(value) { }

    public static EnabledOrDisabledState FindValue(string value) => FindValue<EnabledOrDisabledState>(value);

    public static implicit operator EnabledOrDisabledState(string value) => FindValue(value);
}

public class SalesforceAuthType : ConstantClass
{
    public static readonly SalesforceAuthType OAUTH2_CLIENT_CREDENTIALS = new("OAUTH2_CLIENT_CREDENTIALS");

    public SalesforceAuthType(string value) : base(value) { }

    public static SalesforceAuthType FindValue(string value) => FindValue<SalesforceAuthType>(value);

    public static implicit operator SalesforceAuthType(string value) => FindValue(value);
}

public class SharePointAuthType : ConstantClass
{
    public static readonly SharePointAuthType OAUTH2_CLIENT_CREDENTIALS = new("OAUTH2_CLIENT_CREDENTIALS");
    public static readonly SharePointAuthType OAUTH2_SHAREPOINT_APP_ONLY_CLIENT_CREDENTIALS = new("OAUTH2_SHAREPOINT_APP_ONLY_CLIENT_CREDENTIALS");

    public SharePointAuthType(string value) : base(value) { }

    public static SharePointAuthType FindValue(string value) => FindValue<SharePointAuthType>(value);

    public static implicit operator SharePointAuthType(string value) => FindValue(value);
}

public class SharePointHostType : ConstantClass
{
    public static readonly SharePointHostType ONLINE = new("ONLINE");

    public SharePointHostType(string value) : base(value) { }

    public static SharePointHostType FindValue(string value) => FindValue<SharePointHostType>(value);

    public static implicit operator SharePointHostType(string value) => FindValue(value);
}

public class WebScopeType : ConstantClass
{
    public static readonly WebScopeType HOST_ONLY = new("HOST_ONLY");
    public static readonly WebScopeType SUBDOMAINS = new("SUBDOMAINS");

    public WebScopeType(string value) : base(value) { }

    public static WebScopeType FindValue(string value) => FindValue<WebScopeType>(value);

    public static implicit operator WebScopeType(string value) => FindValue(value);
}
