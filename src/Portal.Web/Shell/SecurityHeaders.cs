namespace Portal.Web.Shell;

/// <summary>What every response tells the browser to refuse.</summary>
public static class SecurityHeaders
{
    // style-src-attr: components set widths and positions by style attribute. No inline script or style element is allowed.
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
        "base-uri 'self'; object-src 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Content security policy, no sniffing, no framing, no referrer to others, no device access.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return next(context);
    });
}
