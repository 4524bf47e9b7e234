using Amazon.Runtime.EventStreams;
using Amazon.Runtime.EventStreams.Internal;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockRuntime.Model;

/// <summary>The answer as a stream of chunks in the model's own form.</summary>
public sealed class ResponseStream : EnumerableEventOutputStream<IEventStreamEvent, BedrockRuntimeEventStreamException>
{
    private static readonly Dictionary<string, Func<IEventStreamMessage, IEventStreamEvent>> Events = EventStreamShapes.Events(
        ("chunk", EventStreamShapes.Event<PayloadPart>));

    private static readonly Dictionary<string, Func<IEventStreamMessage, BedrockRuntimeEventStreamException>> Exceptions = EventStreamShapes.Exceptions(
        AmazonBedrockRuntimeClient.Service.Errors,
        static (message, inner) => new BedrockRuntimeEventStreamException(message, inner),
        nameof(InternalServerException),
        nameof(ModelStreamErrorException),
        nameof(ValidationException),
        nameof(ThrottlingException),
        nameof(ModelTimeoutException),
        nameof(ServiceUnavailableException));

    private volatile bool isProcessing;

    public ResponseStream(Stream stream) : this(stream, null) { }

    public ResponseStream(Stream stream, IEventStreamDecoder? eventStreamDecoder) : base(new MessageBoundaryStream(stream), eventStreamDecoder)
    {
        base.ExceptionReceived += (_, args) => ExceptionReceived?.Invoke(this, args);
        Decoder.MessageReceived += (_, args) => Raise(ConvertMessageToEvent(args.Message));
    }

    /// <summary>Every event, whatever its kind; enumerating the stream uses it too.</summary>
    public override event EventHandler<EventStreamEventReceivedArgs<IEventStreamEvent>>? EventReceived;

    /// <summary>The error that ended a stream read by <see cref="EnumerableEventOutputStream{T,TE}.StartProcessing"/>.</summary>
    public override event EventHandler<EventStreamExceptionReceivedArgs<BedrockRuntimeEventStreamException>>? ExceptionReceived;

    public event EventHandler<EventStreamEventReceivedArgs<InitialResponseEvent>>? InitialResponseReceived;

    public event EventHandler<EventStreamEventReceivedArgs<PayloadPart>>? ChunkReceived;

    protected override IDictionary<string, Func<IEventStreamMessage, IEventStreamEvent>> EventMapping => Events;

    protected override IDictionary<string, Func<IEventStreamMessage, BedrockRuntimeEventStreamException>> ExceptionMapping => Exceptions;

    protected override bool IsProcessing { get => isProcessing; set => isProcessing = value; }

    private void Raise(IEventStreamEvent received)
    {
        EventReceived?.Invoke(this, new EventStreamEventReceivedArgs<IEventStreamEvent>(received));
        switch (received)
        {
            case InitialResponseEvent initialResponse:
                InitialResponseReceived?.Invoke(this, new EventStreamEventReceivedArgs<InitialResponseEvent>(initialResponse));
                break;
            case PayloadPart chunk:
                ChunkReceived?.Invoke(this, new EventStreamEventReceivedArgs<PayloadPart>(chunk));
                break;
        }
    }
}
