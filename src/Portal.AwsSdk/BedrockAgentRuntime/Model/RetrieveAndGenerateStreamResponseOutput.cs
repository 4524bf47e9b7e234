using Amazon.Runtime.EventStreams;
using Amazon.Runtime.EventStreams.Internal;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>The answer as a stream: pieces of text, citations, and what a guardrail did.</summary>
public sealed class RetrieveAndGenerateStreamResponseOutput : EnumerableEventOutputStream<IEventStreamEvent, BedrockAgentRuntimeEventStreamException>
{
    private static readonly Dictionary<string, Func<IEventStreamMessage, IEventStreamEvent>> Events = EventStreamShapes.Events(
        ("citation", EventStreamShapes.Event<CitationEvent>),
        ("guardrail", EventStreamShapes.Event<GuardrailEvent>),
        ("output", EventStreamShapes.Event<RetrieveAndGenerateOutputEvent>));

    private static readonly Dictionary<string, Func<IEventStreamMessage, BedrockAgentRuntimeEventStreamException>> Exceptions = EventStreamShapes.Exceptions(
        AmazonBedrockAgentRuntimeClient.Service.Errors,
        static (message, inner) => new BedrockAgentRuntimeEventStreamException(message, inner),
        nameof(AccessDeniedException),
        nameof(BadGatewayException),
        nameof(ConflictException),
        nameof(DependencyFailedException),
        nameof(InternalServerException),
        nameof(ResourceNotFoundException),
        nameof(ServiceQuotaExceededException),
        nameof(ThrottlingException),
        nameof(ValidationException));

    private volatile bool isProcessing;

    public RetrieveAndGenerateStreamResponseOutput(Stream stream) : this(stream, null) { }

    public RetrieveAndGenerateStreamResponseOutput(Stream stream, IEventStreamDecoder? eventStreamDecoder) : base(new MessageBoundaryStream(stream), eventStreamDecoder)
    {
        base.ExceptionReceived += (_, args) => ExceptionReceived?.Invoke(this, args);
        Decoder.MessageReceived += (_, args) => Raise(ConvertMessageToEvent(args.Message));
    }

    /// <summary>Every event, whatever its kind; enumerating the stream uses it too.</summary>
    public override event EventHandler<EventStreamEventReceivedArgs<IEventStreamEvent>>? EventReceived;

    /// <summary>The error that ended a stream read by <see cref="EnumerableEventOutputStream{T,TE}.StartProcessing"/>.</summary>
    public override event EventHandler<EventStreamExceptionReceivedArgs<BedrockAgentRuntimeEventStreamException>>? ExceptionReceived;

    public event EventHandler<EventStreamEventReceivedArgs<InitialResponseEvent>>? InitialResponseReceived;

    public event EventHandler<EventStreamEventReceivedArgs<CitationEvent>>? CitationReceived;

    public event EventHandler<EventStreamEventReceivedArgs<GuardrailEvent>>? GuardrailReceived;

    public event EventHandler<EventStreamEventReceivedArgs<RetrieveAndGenerateOutputEvent>>? OutputReceived;

    protected override IDictionary<string, Func<IEventStreamMessage, IEventStreamEvent>> EventMapping => Events;

    protected override IDictionary<string, Func<IEventStreamMessage, BedrockAgentRuntimeEventStreamException>> ExceptionMapping => Exceptions;

    protected override bool IsProcessing { get => isProcessing; set => isProcessing = value; }

    private void Raise(IEventStreamEvent received)
    {
        EventReceived?.Invoke(this, new EventStreamEventReceivedArgs<IEventStreamEvent>(received));
        switch (received)
        {
            case InitialResponseEvent initialResponse:
                InitialResponseReceived?.Invoke(this, new EventStreamEventReceivedArgs<InitialResponseEvent>(initialResponse));
                break;
            case CitationEvent citation:
                CitationReceived?.Invoke(this, new EventStreamEventReceivedArgs<CitationEvent>(citation));
                break;
            case GuardrailEvent guardrail:
                GuardrailReceived?.Invoke(this, new EventStreamEventReceivedArgs<GuardrailEvent>(guardrail));
                break;
            case RetrieveAndGenerateOutputEvent output:
                OutputReceived?.Invoke(this, new EventStreamEventReceivedArgs<RetrieveAndGenerateOutputEvent>(output));
                break;
        }
    }
}
