using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Portal.LocalCloud.Pipeline.Signatures;
using Portal.LocalCloud.State;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.Pipeline;

/// <summary>
/// The way of every request: request id → service → signature → operation and request record → actions → armed fault → validation →
/// operation → response.
/// </summary>
internal sealed class RequestPipeline(
    ServiceRouter router,
    SignatureVerifier verifier,
    FaultBench bench,
    ActionLog actions,
    ControlEndpoint control,
    LocalAccount account,
    IServiceProvider services,
    ILogger<RequestPipeline> log)
{
    public async Task ProcessAsync(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments(ControlEndpoint.Prefix.TrimEnd('/'), StringComparison.Ordinal))
        {
            await control.HandleAsync(http);
            return;
        }

        var call = new AwsCall(http, RequestIds.New());
        RequestIds.Stamp(call);
        ServiceApi? api = null;
        try
        {
            await ServeAsync(call, found => api = found, http.RequestAborted);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Abort();
        }
        catch (Exception error)
        {
            api ??= router.Guess(call);
            await RefuseAsync(call, api, Translate(call, api, error));
        }
    }

    private async Task ServeAsync(AwsCall call, Action<ServiceApi> found, CancellationToken token)
    {
        var claim = SignatureClaim.Read(call);
        var api = router.Route(call, claim);
        found(api);
        if (claim is null)
            throw new SignatureException(SignatureProblemKind.Missing, "Access Denied");
        await verifier.VerifyAsync(call, claim, api, token);

        var matched = api.Wire.Find(api, call)
            ?? throw api.Refuse(call) ?? api.Wire.Faults.UnknownOperation(call);
        if (api.Refuse(call) is { } refusal)
            throw refusal;
        await api.Guard(call, matched.Operation, token);
        var request = await api.Wire.ReadAsync(call, matched, token);

        var needed = api.ActionsOf(matched.Operation, request);
        actions.Record(needed);
        var fault = bench.Strike(matched.Operation.Name, needed);
        if (fault is not null && await EnactAsync(call, api, fault, needed[0], token))
            return;

        if (RequestValidator.Problem(matched.Operation.Request, request) is { } problem)
            throw api.Wire.Faults.Invalid(problem);
        var response = await matched.Operation.InvokeAsync(services, request, token);
        using var held = matched.Operation.Response.Payload?.Get(response) as IDisposable;
        if (fault?.Kind == FaultKind.DropResponse)
            call.Http.Abort();
        else
            await api.Wire.WriteAsync(call, matched.Operation, response, token);
    }

    /// <returns>True when the call ends here.</returns>
    private async Task<bool> EnactAsync(AwsCall call, ServiceApi api, ArmedFault fault, string action, CancellationToken token)
    {
        PipelineLog.FaultStruck(log, fault.Kind, action);
        var vocabulary = api.Wire.Faults;
        switch (fault.Kind)
        {
            case FaultKind.Deny:
                throw vocabulary.Denied(account.CallerArn, action);
            case FaultKind.Throttle:
                throw vocabulary.Throttled();
            case FaultKind.Unavailable:
                throw vocabulary.Unavailable();
            case FaultKind.Error:
                throw fault.Code is null ? vocabulary.InternalError() : new AwsFault(fault.Code, fault.StatusCode ?? 400, fault.Message ?? "");
            case FaultKind.Hang:
                await Task.Delay(Timeout.Infinite, token);
                return true;
            case FaultKind.Reset:
                call.Http.Abort();
                return true;
            default:
                return false;
        }
    }

    private AwsFault Translate(AwsCall call, ServiceApi api, Exception error)
    {
        switch (error)
        {
            case AwsFault fault:
                return fault;
            case SignatureException signature:
                return api.Wire.Faults.Signature(signature.Problem);
            case BadHttpRequestException bad:
                return new AwsFault("IncompleteBody", bad.StatusCode, "The request body terminated unexpectedly");
            default:
                PipelineLog.Failed(log, error, api.Name, call.Method, call.RequestId);
                return api.Wire.Faults.InternalError();
        }
    }

    private static async Task RefuseAsync(AwsCall call, ServiceApi api, AwsFault fault)
    {
        var response = call.Http.Response;
        if (response.HasStarted)
        {
            call.Http.Abort();
            return;
        }

        response.Clear();
        RequestIds.Stamp(call);
        response.StatusCode = fault.StatusCode;
        foreach (var (name, value) in fault.Headers)
            response.Headers[name] = value;

        // The rest of an unread body would be taken for the next request, or be waited for.
        if (call.Http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true && call.Http.Request.Protocol == "HTTP/1.1" && api.StreamsBodies)
            response.Headers.Connection = "close";
        await api.Wire.WriteFaultAsync(call, fault, CancellationToken.None);
    }
}
