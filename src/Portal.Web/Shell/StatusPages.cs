using Microsoft.AspNetCore.Diagnostics;

namespace Portal.Web.Shell;

/// <summary>Refusals without a body get a page. It answers to GET and POST only: for other methods, which scripts use, the status would become 405, so they get it bare.</summary>
internal static class StatusPages
{
    public static void UseStatusPages(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        app.Use((context, next) =>
        {
            var method = context.Request.Method;
            if (!HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsPost(method) && context.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
            return next(context);
        });
    }
}
