using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Portal.Aws;

/// <summary>Stands after the SDK's retry handler, so that every attempt is paced and every answer is recorded.</summary>
internal sealed class PacingHandler(AwsPacer pacer, AwsConnection connection, string service, double rateFactor) : PipelineHandler
{
    private const string AnsweredByHeader = "x-portal-localcloud-answered-by";

    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var operation = OperationName(executionContext.RequestContext.RequestName);
        var lane = $"{service}.{operation}";
        await pacer.WaitAsync(connection.AccountId, connection.Region, lane, rateFactor, executionContext.RequestContext.CancellationToken);
        try
        {
            var answer = await base.InvokeAsync<T>(executionContext);
            pacer.Answered(connection.AccountId, connection.Region, lane, rateFactor);
            AwsCallLog.Add(new AwsCall(service, operation, executionContext.ResponseContext.Response?.ResponseMetadata?.RequestId, null, AnsweredBy(executionContext.ResponseContext)));
            return answer;
        }
        catch (AmazonServiceException fault)
        {
            if (AwsFaults.IsThrottling(fault)) pacer.Throttled(connection.AccountId, connection.Region, lane, rateFactor);
            AwsCallLog.Add(new AwsCall(service, operation, fault.RequestId, fault.ErrorCode));
            throw;
        }
    }

    private static string? AnsweredBy(IResponseContext response) =>
        response.HttpResponse?.IsHeaderPresent(AnsweredByHeader) == true ? response.HttpResponse.GetHeaderValue(AnsweredByHeader) : null;

    private static string OperationName(string request) => request.EndsWith("Request", StringComparison.Ordinal) ? request[..^"Request".Length] : request;
}
