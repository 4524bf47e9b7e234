using Amazon.Runtime.EventStreams;
using Amazon.Runtime.EventStreams.Internal;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockRuntime.Model;

/// <summary>The answer as a stream: message start, content blocks with their pieces, message stop, metadata.</summary>
public sealed class ConverseStreamOutput : EnumerableEventOutputStream<IEventStreamEvent, BedrockRuntimeEventStreamException>
{
    private static readonly Dictionary<string, Func<IEventStreamMessage, IEventStreamEvent>> Events = EventStreamShapes.Events(
        ("messageStart", EventStreamShapes.Event<MessageStartEvent>),
        ("contentBlockStart", EventStreamShapes.Event<ContentBlockStartEvent>),
        ("contentBlockDelta", EventStreamShapes.Event<ContentBlockDeltaEvent>),
        ("contentBlockStop", EventStreamShapes.Event<ContentBlockStopEvent>),
        ("messageStop", EventStreamShapes.Event<MessageStopEvent>),
        ("metadata", EventStreamShapes.Event<ConverseStreamMetadataEvent>));

    private static readonly Dictionary<string, Func<IEventStreamMessage, BedrockRuntimeEventStreamException>> Exceptions = EventStreamShapes.Exceptions(
        AmazonBedrockRuntimeClient.Service.Errors,
        static (message, inner) => new BedrockRuntimeEventStreamException(message, inner),
        nameof(InternalServerException),
        nameof(ModelStreamErrorException),
        nameof(ValidationException),
        nameof(ThrottlingException),
        nameof(ServiceUnavailableException));

    private volatile bool isProcessing;

    public ConverseStreamOutput(Stream stream) : this(stream, null) { }

    public ConverseStreamOutput(Stream stream, IEventStreamDecoder? eventStreamDecoder) : base(new MessageBoundaryStream(stream), eventStreamDecoder)
    {
        base.ExceptionReceived += (_, args) => ExceptionReceived?.Invoke(this, args);
        Decoder.MessageReceived += (_, args) => Raise(ConvertMessageToEvent(args.Message));
    }

    /// <summary>Every event, whatever its kind; enumerating the stream uses it too.</summary>
    public override event EventHandler<EventStreamEventReceivedArgs<IEventStreamEvent>>? EventReceived;

    /// <summary>The error that ended a stream read by <see cref="EnumerableEventOutputStream{T,TE}.StartProcessing"/>.</summary>
    public override event EventHandler<EventStreamExceptionReceivedArgs<BedrockRuntimeEventStreamException>>? ExceptionReceived;

    public event EventHandler<EventStreamEventReceivedArgs<InitialResponseEvent>>? InitialResponseReceived;

    public event EventHandler<EventStreamEventReceivedArgs<MessageStartEvent>>? MessageStartReceived;

    public event EventHandler<EventStreamEventReceivedArgs<ContentBlockStartEvent>>? ContentBlockStartReceived;

    public event EventHandler<EventStreamEventReceivedArgs<ContentBlockDeltaEvent>>? ContentBlockDeltaReceived;

    public event EventHandler<EventStreamEventReceivedArgs<ContentBlockStopEvent>>? ContentBlockStopReceived;

    public event EventHandler<EventStreamEventReceivedArgs<MessageStopEvent>>? MessageStopReceived;

    public event EventHandler<EventStreamEventReceivedArgs<ConverseStreamMetadataEvent>>? MetadataReceived;

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
            case MessageStartEvent messageStart:
                MessageStartReceived?.Invoke(this, new EventStreamEventReceivedArgs<MessageStartEvent>(messageStart));
                break;
            case ContentBlockStartEvent contentBlockStart:
                ContentBlockStartReceived?.Invoke(this, new EventStreamEventReceivedArgs<ContentBlockStartEvent>(contentBlockStart));
                break;
            case ContentBlockDeltaEvent contentBlockDelta:
                ContentBlockDeltaReceived?.Invoke(this, new EventStreamEventReceivedArgs<ContentBlockDeltaEvent>(contentBlockDelta));
                break;
            case ContentBlockStopEvent contentBlockStop:
                ContentBlockStopReceived?.Invoke(this, new EventStreamEventReceivedArgs<ContentBlockStopEvent>(contentBlockStop));
                break;
            case MessageStopEvent messageStop:
                MessageStopReceived?.Invoke(this, new EventStreamEventReceivedArgs<MessageStopEvent>(messageStop));
                break;
            case ConverseStreamMetadataEvent metadata:
                MetadataReceived?.Invoke(this, new EventStreamEventReceivedArgs<ConverseStreamMetadataEvent>(metadata));
                break;
        }
    }
}
