using System.Runtime.CompilerServices;
using Amazon.Runtime;

namespace Portal.AwsSdk.Protocol;

/// <summary>Walks the pages of a List operation by its next token; each instance can be walked once, as in the official SDK.</summary>
internal abstract class Paginator<TRequest, TResponse>(TRequest request, Func<TRequest, CancellationToken, Task<TResponse>> call)
    : IPaginator<TResponse>
    where TRequest : AmazonWebServiceRequest
{
    private int inUse;

    public IPaginatedEnumerable<TResponse> Responses => new PaginatedResponse<TResponse>(this);

    public async IAsyncEnumerable<TResponse> PaginateAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref inUse, 1) != 0)
            throw new InvalidOperationException("Paginator has already been consumed and cannot be reused. Please create a new instance.");

        PaginatorUtils.SetUserAgentAdditionOnRequest(request);
        string? token;
        do
        {
            var response = await call(request, cancellationToken);
            token = NextToken(response);
            SetToken(request, token);
            cancellationToken.ThrowIfCancellationRequested();
            yield return response;
        }
        while (!string.IsNullOrEmpty(token));
    }

    protected IPaginatedEnumerable<TItem> Items<TItem>(Func<TResponse, List<TItem>?> items) =>
        new PaginatedResultKeyResponse<TResponse, TItem>(this, response => items(response) ?? []);

    protected abstract string? NextToken(TResponse response);

    protected abstract void SetToken(TRequest request, string? token);
}
