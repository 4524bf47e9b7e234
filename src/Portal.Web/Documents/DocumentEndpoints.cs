using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Portal.Access;
using Portal.Aws;
using Portal.Documents;
using Portal.Tenants;
using Portal.Web.Access;

namespace Portal.Web.Documents;

/// <summary>
/// Bytes of documents, in and out. They stream between browser and S3 and never go through a circuit. Rights are asked of the database for every request, and
/// an upload must prove by its antiforgery header that a page of this portal sent it.
/// </summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder endpoints)
    {
        // Scripts want the status as it is, not a page about it.
        var plain = new SkipStatusCodePagesAttribute();
        endpoints.MapPut("/tenants/{slug}/upload", UploadAsync).RequireAuthorization(nameof(Permission.WriteDocuments)).DisableAntiforgery().WithMetadata(plain);
        endpoints.MapGet("/tenants/{slug}/download", DownloadAsync).RequireAuthorization(nameof(Permission.AskAsTenant)).WithMetadata(plain);
    }

    // The antiforgery middleware would look for a form; the header is asked for below.
    private static async Task<IResult> UploadAsync(
        HttpContext context, string slug, string? folder, string name, IAntiforgery antiforgery, CurrentActor current, TenantDirectory tenants, DocumentLibrary library)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return Answer(new PortalProblem("Antiforgery", "The upload was not sent by a page of this portal.", "Reload the page and try again."));
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        return await AnsweredAsync(async () =>
        {
            var scope = await tenants.ScopeAsync(await current.GetAsync(context.RequestAborted), slug, Permission.WriteDocuments, context.RequestAborted);
            var header = UploadHeader.Decode(context.Request.Headers[UploadHeader.Name]);
            var upload = new DocumentUpload(
                DocumentKey.Of(scope, folder, name), context.Request.ContentLength, header.ToAttributes(), header.ToRecords(), header.Replace, header.Unindexed);
            return Results.Json(await library.UploadAsync(scope, upload, context.Request.Body, context.RequestAborted));
        });
    }

    private static Task<IResult> DownloadAsync(HttpContext context, string slug, string path, CurrentActor current, TenantDirectory tenants, DocumentLibrary library) => AnsweredAsync(async () =>
    {
        var scope = await tenants.ScopeAsync(await current.GetAsync(context.RequestAborted), slug, Permission.AskAsTenant, context.RequestAborted);
        var slash = path.LastIndexOf('/');
        var key = DocumentKey.Of(scope, slash < 0 ? "" : path[..slash], path[(slash + 1)..]);
        var content = await library.OpenAsync(scope, key, context.RequestAborted);
        context.Response.RegisterForDispose(content);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(key.Name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentLength = content.Bytes;
        return Results.Stream(content.Stream, DocumentRules.ContentType(key.Name));
    });

    private static async Task<IResult> AnsweredAsync(Func<Task<IResult>> act)
    {
        try
        {
            return await act();
        }
        catch (BadHttpRequestException exception)
        {
            return Answer(new PortalProblem("IncompleteBody", $"The upload broke off: {exception.Message}", "Upload the file again; nothing of it was kept."));
        }
        catch (Exception exception) when (AwsFaults.ProblemOf(exception) is { } problem)
        {
            return Answer(problem);
        }
    }

    private static IResult Answer(PortalProblem problem) => Results.Json(problem, statusCode: problem switch
    {
        { Kind: ProblemKind.Forbidden } => StatusCodes.Status403Forbidden,
        { Kind: ProblemKind.NotFound } or { Code: "NoSuchKey" } => StatusCodes.Status404NotFound,
        { Kind: ProblemKind.Service } => StatusCodes.Status502BadGateway,
        { Code: "DocumentExists" or "UploadRunning" } => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    });
}
