using System.Xml;
using System.Xml.Linq;
using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.Wire.RestXml;

/// <summary>REST with XML bodies: S3.</summary>
internal sealed class RestXmlWire(FaultVocabulary faults) : IWire
{
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, Async = true, MaxCharactersInDocument = 8 * 1024 * 1024 };

    public FaultVocabulary Faults => faults;

    public MatchedOperation? Find(ServiceApi api, AwsCall call) => RestBinder.Find(api, call);

    public bool Recognises(AwsCall call) => false;

    public async ValueTask<object> ReadAsync(AwsCall call, MatchedOperation matched, CancellationToken token)
    {
        var shape = matched.Operation.Request;
        var request = shape.Create();
        try
        {
            RestBinder.Bind(call, matched, request);
        }
        catch (FormatException error)
        {
            throw new AwsFault("InvalidArgument", 400, error.Message);
        }

        if (shape.Payload is not { } payload)
            await call.Body.CopyToAsync(Stream.Null, token);
        else if (payload.Type.Clr == typeof(RequestBody))
            payload.Set(request, new RequestBody(call.Body, call.BodyLength, () => call.Trailers));
        else if (await ReadDocumentAsync(call, payload, token) is { } record)
            payload.Set(request, record);
        return request;
    }

    public async Task WriteAsync(AwsCall call, Operation operation, object response, CancellationToken token)
    {
        RestBinder.WriteHead(call, operation, response);
        var http = call.Http.Response;
        if (operation.Response.Payload is { } payload && payload.Get(response) is ResponseBody body)
            await BodyWriter.WriteAsync(call, body, token);
        else if (operation.Response.Members.Any(member => member.IsInBody))
            await BodyWriter.WriteAsync(call, Document(operation.Response, response), "application/xml", token);
        else if (http.StatusCode is not (204 or 304))
            http.ContentLength ??= 0;
    }

    public async Task WriteFaultAsync(AwsCall call, AwsFault fault, CancellationToken token)
    {
        if (call.Method == "HEAD" || fault.StatusCode == 304)
            return;
        var document = XmlRecordWriter.Document("Error", "", xml =>
        {
            xml.WriteElementString("Code", fault.Code);
            xml.WriteElementString("Message", fault.Message);
            foreach (var (name, value) in fault.Fields)
                xml.WriteElementString(name, value);
            xml.WriteElementString("RequestId", call.RequestId);
            xml.WriteElementString("HostId", RequestIds.HostId(call.RequestId));
        });
        await BodyWriter.WriteAsync(call, document, "application/xml", token);
    }

    private static byte[] Document(Shape shape, object response) =>
        XmlRecordWriter.Document(shape.XmlName, shape.XmlNamespace, xml => XmlRecordWriter.WriteMembers(xml, shape, response));

    private static async Task<object?> ReadDocumentAsync(AwsCall call, ShapeMember payload, CancellationToken token)
    {
        using var buffer = new MemoryStream();
        await call.Body.CopyToAsync(buffer, token);
        if (buffer.Length == 0)
            return null;
        buffer.Position = 0;
        try
        {
            using var reader = XmlReader.Create(buffer, Safe);
            var document = await XDocument.LoadAsync(reader, LoadOptions.PreserveWhitespace, token);
            var shape = Shape.Of(payload.Type.Clr);
            return document.Root!.Name.LocalName == shape.XmlName ? XmlRecordReader.Read(document.Root, shape) : throw new FormatException();
        }
        catch (UnsupportedMemberException unsupported)
        {
            throw new AwsFault("NotImplemented", 501, unsupported.Message);
        }
        catch (Exception error) when (error is XmlException or FormatException or OverflowException)
        {
            throw new AwsFault("MalformedXML", 400, "The XML you provided was not well-formed or did not validate against our published schema");
        }
    }
}
