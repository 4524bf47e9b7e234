using Amazon.BedrockAgent.Model;
using Xunit;

namespace Portal.AwsSdk.Tests.Protocol;

public sealed class CancellationTests : WireTest
{
    [Fact]
    public async Task Call_CancelledWhileWaiting_EndsAtOnceAndClosesTheConnection()
    {
        var arrived = new TaskCompletionSource();
        var closed = new TaskCompletionSource();
        Server.Answer(async context =>
        {
            context.RequestAborted.Register(closed.SetResult);
            arrived.SetResult();
            await closed.Task;
        });
        using var client = Agent();
        using var cancel = new CancellationTokenSource();

        var call = client.ListKnowledgeBasesAsync(new ListKnowledgeBasesRequest(), cancel.Token);
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(10), Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(10), Token);
    }

    [Fact]
    public async Task Call_CancelledBefore_SendsNothing()
    {
        using var client = Agent();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client.ListKnowledgeBasesAsync(new ListKnowledgeBasesRequest(), new CancellationToken(canceled: true)));

        Assert.Empty(Server.Requests);
    }
}
