using System.Globalization;
using System.Text;
using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.Wire.AwsQuery;

/// <summary>Form-encoded parameters in, XML out: STS and older services.</summary>
/// <param name="ns">The XML namespace of the service's API version.</param>
/// <param name="version">The API version a client names.</param>
internal sealed class AwsQueryWire(string ns, string version) : IWire
{
    public FaultVocabulary Faults { get; } = new QueryFaults();

    public MatchedOperation? Find(ServiceApi api, AwsCall call)
    {
        var action = Parameters(call).FirstOrDefault(parameter => parameter.Name == "Action")?.Value;
        return api.Operations.FirstOrDefault(operation => operation.Name == action) is { } found
            ? new MatchedOperation(found, new Dictionary<string, string>())
            : null;
    }

    public bool Recognises(AwsCall call) =>
        call.Http.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true
        || (call.Target.Has("Action") && call.Target.Value("Version") == version);

    public ValueTask<object> ReadAsync(AwsCall call, MatchedOperation matched, CancellationToken token)
    {
        var parameters = Parameters(call)
            .Where(parameter => parameter.Name is not ("Action" or "Version") && !parameter.Name.StartsWith("X-Amz-", StringComparison.Ordinal))
            .ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal);
        try
        {
            var request = Bind(matched.Operation.Request, parameters, "");
            return parameters.Count == 0
                ? ValueTask.FromResult(request)
                : throw Faults.Invalid($"'{parameters.Keys.First()}' is not supported by LocalCloud");
        }
        catch (FormatException error)
        {
            throw new AwsFault("MalformedInput", 400, error.Message);
        }
    }

    public Task WriteAsync(AwsCall call, Operation operation, object response, CancellationToken token)
    {
        var document = XmlRecordWriter.Document($"{operation.Name}Response", ns, xml =>
        {
            xml.WriteStartElement($"{operation.Name}Result");
            XmlRecordWriter.WriteMembers(xml, operation.Response, response);
            xml.WriteEndElement();
            xml.WriteStartElement("ResponseMetadata");
            xml.WriteElementString("RequestId", call.RequestId);
            xml.WriteEndElement();
        });
        return BodyWriter.WriteAsync(call, document, "text/xml", token);
    }

    public Task WriteFaultAsync(AwsCall call, AwsFault fault, CancellationToken token)
    {
        var document = XmlRecordWriter.Document("ErrorResponse", ns, xml =>
        {
            xml.WriteStartElement("Error");
            xml.WriteElementString("Type", fault.StatusCode < 500 ? "Sender" : "Receiver");
            xml.WriteElementString("Code", fault.Code);
            xml.WriteElementString("Message", fault.Message);
            xml.WriteEndElement();
            xml.WriteElementString("RequestId", call.RequestId);
        });
        return BodyWriter.WriteAsync(call, document, "text/xml", token);
    }

    /// <summary>The body has been buffered by then; before, only the query of the target is seen.</summary>
    private static IReadOnlyList<QueryParameter> Parameters(AwsCall call)
    {
        if (call.Body is not MemoryStream body || body.Length == 0)
            return call.Target.Query;
        return [.. call.Target.Query, .. RawTarget.ParseQuery(Encoding.UTF8.GetString(body.ToArray()))];
    }

    /// <summary>Takes what it binds out of the parameters, so that what remains is what nobody asked for.</summary>
    private static object Bind(Shape shape, Dictionary<string, string> parameters, string prefix)
    {
        var record = shape.Create();
        foreach (var member in shape.Members)
        {
            if (BindValue(member.Type, member.ItemName, parameters, prefix + member.XmlName) is { } value)
                member.Set(record, value);
        }

        return record;
    }

    private static object? BindValue(ValueType type, string itemName, Dictionary<string, string> parameters, string name)
    {
        if (type.Item is { } item)
        {
            var list = type.NewList();
            while (BindValue(item, "member", parameters, string.Create(CultureInfo.InvariantCulture, $"{name}.{itemName}.{list.Count + 1}")) is { } value)
                list.Add(value);
            return list.Count == 0 ? null : list;
        }

        if (type.IsRecord)
            return parameters.Keys.Any(key => key.StartsWith(name + ".", StringComparison.Ordinal)) ? Bind(Shape.Of(type.Clr), parameters, name + ".") : null;
        return parameters.Remove(name, out var text) ? Scalar.Parse(text, type.Clr) : null;
    }
}
