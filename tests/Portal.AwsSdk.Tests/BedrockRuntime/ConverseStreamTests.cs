using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using Amazon.Runtime.EventStreams;
using Amazon.Runtime.EventStreams.Internal;
using Xunit;

namespace Portal.AwsSdk.Tests.BedrockRuntime;

public sealed class ConverseStreamTests : WireTest
{
    private static readonly byte[] WholeMessage =
    [
        .. EventStreamBytes.Event("messageStart", """{"role":"assistant","p":"abc"}"""),
        .. EventStreamBytes.Event("contentBlockStart", """{"contentBlockIndex":0,"start":{"toolUse":{"toolUseId":"t1","name":"look"}}}"""),
        .. EventStreamBytes.Event("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"text":"Grü"}}"""),
        .. EventStreamBytes.Event("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"text":"ße"}}"""),
        .. EventStreamBytes.Event("contentBlockStop", """{"contentBlockIndex":0}"""),
        .. EventStreamBytes.Event("somethingNew", """{"x":1}"""),
        .. EventStreamBytes.Event("messageStop", """{"stopReason":"end_turn"}"""),
        .. EventStreamBytes.Event("metadata", """{"usage":{"inputTokens":3,"outputTokens":2,"totalTokens":5},"metrics":{"latencyMs":12}}"""),
    ];

    private static readonly ConverseStreamRequest Request = new() { ModelId = "m", Messages = [new() { Role = ConversationRole.User, Content = [new() { Text = "hi" }] }] };

    private static async Task<List<IEventStreamEvent>> ReadAsync(ConverseStreamOutput stream)
    {
        var events = new List<IEventStreamEvent>();
        await foreach (var received in stream.WithCancellation(Token))
            events.Add(received);
        return events;
    }

    private static string Text(IEnumerable<IEventStreamEvent> events) =>
        string.Concat(events.OfType<ContentBlockDeltaEvent>().Select(received => received.Delta.Text));

    private static void IsWhole(List<IEventStreamEvent> events)
    {
        Assert.Equal(
            [typeof(MessageStartEvent), typeof(ContentBlockStartEvent), typeof(ContentBlockDeltaEvent), typeof(ContentBlockDeltaEvent), typeof(ContentBlockStopEvent), typeof(UnknownEventStreamEvent), typeof(MessageStopEvent), typeof(ConverseStreamMetadataEvent)],
            events.Select(received => received.GetType()));
        Assert.Equal("Grüße", Text(events));
    }

    private void AnswerStream(params byte[][] parts) => Server.Answer(async context =>
    {
        context.Response.ContentType = "application/vnd.amazon.eventstream";
        foreach (var part in parts)
        {
            await context.Response.Body.WriteAsync(part);
            await context.Response.Body.FlushAsync();
        }
    });

    [Fact]
    public async Task Enumerate_WholeMessage_GivesTypedEventsInOrder()
    {
        AnswerStream(WholeMessage);
        using var client = Runtime();

        using var response = await client.ConverseStreamAsync(Request, Token);
        var events = await ReadAsync(response.Stream);

        Sent("POST", "/model/m/converse-stream", """{"messages":[{"role":"user","content":[{"text":"hi"}]}]}""");
        IsWhole(events);
        Assert.Equal("t1", Assert.IsType<ContentBlockStartEvent>(events[1]).Start.ToolUse!.ToolUseId);
        Assert.Equal("somethingNew", Assert.IsType<UnknownEventStreamEvent>(events[5]).EventType);
        Assert.Equal(StopReason.End_turn, Assert.IsType<MessageStopEvent>(events[6]).StopReason);
        Assert.Equal(5, Assert.IsType<ConverseStreamMetadataEvent>(events[7]).Usage.TotalTokens);
    }

    [Fact]
    public async Task Enumerate_EventsAsTheyCome_AreGivenBeforeTheStreamEnds()
    {
        var seen = new TaskCompletionSource();
        Server.Answer(async context =>
        {
            await context.Response.Body.WriteAsync(EventStreamBytes.Event("contentBlockDelta", """{"delta":{"text":"first"}}"""));
            await context.Response.Body.FlushAsync();
            await seen.Task;
            await context.Response.Body.WriteAsync(EventStreamBytes.Event("contentBlockDelta", """{"delta":{"text":"second"}}"""));
        });
        using var client = Runtime();
        using var response = await client.ConverseStreamAsync(Request, Token);
        var texts = new List<string?>();

        await foreach (var received in response.Stream.WithCancellation(Token))
        {
            texts.Add(Assert.IsType<ContentBlockDeltaEvent>(received).Delta.Text);
            seen.TrySetResult();
        }

        Assert.Equal(["first", "second"], texts);
    }

    [Fact]
    public async Task Enumerate_EverySplitOfTheBytes_GivesTheSameEvents()
    {
        for (var size = 1; size <= WholeMessage.Length; size += size < 40 ? 1 : 37)
        {
            using var stream = new ConverseStreamOutput(new PiecewiseStream(WholeMessage, size));
            IsWhole(await ReadAsync(stream));
            using var again = new ConverseStreamOutput(new PiecewiseStream(WholeMessage, size));
            IsWhole([.. again]);
        }
    }

    [Fact]
    public async Task Enumerate_ExceptionInTheSameReadAsEvents_ComesTypedAfterThem()
    {
        AnswerStream([
            .. EventStreamBytes.Event("contentBlockDelta", """{"delta":{"text":"a"}}"""),
            .. EventStreamBytes.Event("contentBlockDelta", """{"delta":{"text":"b"}}"""),
            .. EventStreamBytes.Exception("modelStreamErrorException", """{"message":"It broke.","originalStatusCode":500,"originalMessage":"inner"}"""),
            .. EventStreamBytes.Event("contentBlockDelta", """{"delta":{"text":"never"}}"""),
        ]);
        using var client = Runtime();
        using var response = await client.ConverseStreamAsync(Request, Token);
        var texts = new List<string?>();

        var exception = await Assert.ThrowsAsync<BedrockRuntimeEventStreamException>(async () =>
        {
            await foreach (var received in response.Stream.WithCancellation(Token))
                texts.Add(Assert.IsType<ContentBlockDeltaEvent>(received).Delta.Text);
        });

        Assert.Equal(["a", "b"], texts);
        Assert.Contains("It broke.", exception.Message, StringComparison.Ordinal);
        var inner = Assert.IsType<ModelStreamErrorException>(exception.InnerException);
        Assert.Equal("It broke.", inner.Message);
        Assert.Equal("ModelStreamErrorException", inner.ErrorCode);
        Assert.Equal(500, inner.OriginalStatusCode);
        Assert.Equal("inner", inner.OriginalMessage);
    }

    [Theory]
    [InlineData("throttlingException", typeof(ThrottlingException))]
    [InlineData("validationException", typeof(ValidationException))]
    [InlineData("internalServerException", typeof(InternalServerException))]
    [InlineData("serviceUnavailableException", typeof(ServiceUnavailableException))]
    public async Task Enumerate_EachException_IsTyped(string name, Type type)
    {
        AnswerStream(EventStreamBytes.Exception(name, """{"message":"no"}"""));
        using var client = Runtime();
        using var response = await client.ConverseStreamAsync(Request, Token);

        var exception = await Assert.ThrowsAsync<BedrockRuntimeEventStreamException>(() => ReadAsync(response.Stream));

        Assert.IsType(type, exception.InnerException);
    }

    [Fact]
    public async Task Enumerate_UnknownException_NamesIt()
    {
        AnswerStream(EventStreamBytes.Exception("novelException", "{}"));
        using var client = Runtime();
        using var response = await client.ConverseStreamAsync(Request, Token);

        var exception = await Assert.ThrowsAsync<BedrockRuntimeEventStreamException>(() => ReadAsync(response.Stream));

        Assert.Equal("novelException", Assert.IsType<UnknownEventStreamException>(exception.InnerException).ExceptionType);
    }

    [Fact]
    public async Task Enumerate_EveryByteFlipped_IsAnErrorAndNeverAWrongEvent()
    {
        var good = EventStreamBytes.Event("contentBlockDelta", """{"delta":{"text":"a"}}""");
        for (var i = 0; i < good.Length; i++)
        {
            byte[] bytes = [.. good];
            bytes[i] ^= 0x20;
            using var stream = new ConverseStreamOutput(new MemoryStream(bytes));

            var exception = await Assert.ThrowsAsync<BedrockRuntimeEventStreamException>(() => ReadAsync(stream));

            Assert.NotNull(exception.InnerException);
        }
    }

    [Fact]
    public async Task Enumerate_CutWithinAMessage_IsAnErrorAfterTheEventsBefore()
    {
        var first = EventStreamBytes.Event("contentBlockDelta", """{"delta":{"text":"a"}}""");
        for (var cut = 1; cut < first.Length; cut++)
        {
            using var stream = new ConverseStreamOutput(new MemoryStream([.. first, .. first[..cut]]));
            var events = new List<IEventStreamEvent>();

            var exception = await Assert.ThrowsAsync<BedrockRuntimeEventStreamException>(async () =>
            {
                await foreach (var received in stream.WithCancellation(Token))
                    events.Add(received);
            });

            Assert.Equal("a", Text(events));
            Assert.IsType<EndOfStreamException>(exception.InnerException);
        }
    }

    [Fact]
    public async Task StartProcessing_Handlers_AreRaisedByKind()
    {
        using var stream = new ConverseStreamOutput(new MemoryStream(WholeMessage));
        var kinds = new List<string>();
        stream.MessageStartReceived += (_, args) => kinds.Add($"start {args.EventStreamEvent.Role}");
        stream.ContentBlockStartReceived += (_, args) => kinds.Add($"block {args.EventStreamEvent.Start.ToolUse!.Name}");
        stream.ContentBlockDeltaReceived += (_, args) => kinds.Add($"delta {args.EventStreamEvent.Delta.Text}");
        stream.ContentBlockStopReceived += (_, args) => kinds.Add($"stop {args.EventStreamEvent.ContentBlockIndex}");
        stream.MessageStopReceived += (_, args) => kinds.Add($"end {args.EventStreamEvent.StopReason}");
        stream.MetadataReceived += (_, args) => kinds.Add($"metadata {args.EventStreamEvent.Metrics.LatencyMs}");

        await stream.StartProcessingAsync();

        Assert.Equal(["start assistant", "block look", "delta Grü", "delta ße", "stop 0", "end end_turn", "metadata 12"], kinds);
    }

    [Fact]
    public async Task StartProcessing_Exception_RaisesExceptionReceived()
    {
        using var stream = new ConverseStreamOutput(new MemoryStream(EventStreamBytes.Exception("throttlingException", """{"message":"slow down"}""")));
        var received = new TaskCompletionSource<BedrockRuntimeEventStreamException>();
        stream.ExceptionReceived += (_, args) => received.TrySetResult(args.EventStreamException);

        stream.StartProcessing();

        var exception = await received.Task.WaitAsync(TimeSpan.FromSeconds(10), Token);
        Assert.Equal("slow down", Assert.IsType<ThrottlingException>(exception.InnerException).Message);
    }

    [Fact]
    public async Task Enumerate_Cancelled_EndsWithTheCancellationInside()
    {
        var hold = new TaskCompletionSource();
        Server.Answer(async context =>
        {
            await context.Response.Body.WriteAsync(EventStreamBytes.Event("messageStart", """{"role":"assistant"}"""));
            await context.Response.Body.FlushAsync();
            await hold.Task;
        });
        using var client = Runtime();
        using var response = await client.ConverseStreamAsync(Request, Token);
        using var cancel = new CancellationTokenSource();

        var exception = await Assert.ThrowsAsync<BedrockRuntimeEventStreamException>(async () =>
        {
            await foreach (var _ in response.Stream.WithCancellation(cancel.Token))
                await cancel.CancelAsync();
        });

        hold.SetResult();
        Assert.IsAssignableFrom<OperationCanceledException>(exception.InnerException);
    }

    [Fact]
    public async Task Dispose_BeforeTheEnd_ClosesTheConnection()
    {
        var closed = new TaskCompletionSource();
        Server.Answer(async context =>
        {
            context.RequestAborted.Register(closed.SetResult);
            await context.Response.Body.WriteAsync(EventStreamBytes.Event("messageStart", """{"role":"assistant"}"""));
            await context.Response.Body.FlushAsync();
            await closed.Task;
        });
        using var client = Runtime();
        var response = await client.ConverseStreamAsync(Request, Token);

        response.Dispose();

        await closed.Task.WaitAsync(TimeSpan.FromSeconds(10), Token);
        Assert.Null(response.Stream);
    }

    [Fact]
    public async Task ConverseStream_ErrorInsteadOfAStream_IsTyped()
    {
        Server.Answer("""{"message":"no such model"}""", 404, ("x-amzn-ErrorType", "ResourceNotFoundException"));
        using var client = Runtime();

        var exception = await Assert.ThrowsAsync<ResourceNotFoundException>(() => client.ConverseStreamAsync(Request, Token));

        Assert.Equal("no such model", exception.Message);
    }

    [Fact]
    public async Task InvokeModelWithResponseStream_Chunks_AreDecodedFromBase64()
    {
        Server.Answer(async context =>
        {
            context.Response.Headers["X-Amzn-Bedrock-Content-Type"] = "application/json";
            await context.Response.Body.WriteAsync(EventStreamBytes.Event("chunk", """{"bytes":"eyJ0eXBlIjoicGluZyJ9"}"""));
        });
        using var client = Runtime();
        using var response = await client.InvokeModelWithResponseStreamAsync(new InvokeModelWithResponseStreamRequest { ModelId = "m", Accept = "application/json" }, Token);
        var chunks = new List<string>();

        await foreach (var received in response.Body.WithCancellation(Token))
            chunks.Add(System.Text.Encoding.UTF8.GetString(Assert.IsType<PayloadPart>(received).Bytes!.ToArray()));

        Assert.Equal("/model/m/invoke-with-response-stream", Server.Single.Target);
        Assert.Equal("application/json", Server.Single.Headers["X-Amzn-Bedrock-Accept"]);
        Assert.Equal("application/json", response.ContentType);
        Assert.Equal(["""{"type":"ping"}"""], chunks);
    }

    private sealed class PiecewiseStream(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, size)]);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, size)], cancellationToken);
    }
}
