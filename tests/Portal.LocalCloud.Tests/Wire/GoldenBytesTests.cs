using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.S3;
using Portal.LocalCloud.S3.Objects;
using Portal.LocalCloud.Wire;
using Portal.LocalCloud.Wire.AwsJson;
using Portal.LocalCloud.Wire.AwsQuery;
using Portal.LocalCloud.Wire.EventStream;
using Portal.LocalCloud.Wire.RestJson;
using Portal.LocalCloud.Wire.RestXml;
using Xunit;

namespace Portal.LocalCloud.Tests.Wire;

/// <summary>What each protocol writes, to the byte, and what it reads.</summary>
public sealed class GoldenBytesTests
{
    private static readonly DateTimeOffset Time = new(2026, 11, 20, 21, 0, 0, 250, TimeSpan.Zero);

    [Theory]
    [InlineData("CRC32", 0xCBF43926UL)]
    [InlineData("CRC32C", 0xE3069283UL)]
    [InlineData("CRC64NVME", 0xAE8B14860A799888UL)]
    public void Crc_CheckValue_IsThePublishedOneWholeAndCombined(string name, ulong expected)
    {
        var crc = Portal.LocalCloud.S3.Storage.ChecksumAlgorithm.Named(name)!.Crc!;
        Assert.Equal(expected, crc.Compute("123456789"u8));
        for (var cut = 0; cut <= 9; cut++)
            Assert.Equal(expected, crc.Combine(crc.Compute("123456789"u8[..cut]), crc.Compute("123456789"u8[cut..]), 9 - cut));
        Assert.Equal(crc.Compute(new byte[1000]), crc.Append(crc.Compute(new byte[333]), new byte[667]));
    }

    [Fact]
    public void EventStream_Frame_IsAwsTestVector()
    {
        // "payload_one_str_header" of AWS's published test suite for the encoding.
        var frame = EventStreamFrame.Encode([new("content-type", "application/json")], "{'foo':'bar'}"u8);
        Assert.Equal(
            "0000003D00000020" + "07FD8396" + "0C636F6E74656E742D7479706507" + "0010" + "6170706C69636174696F6E2F6A736F6E" + "7B27666F6F273A27626172277D" + "8D9C08B1",
            Convert.ToHexString(frame));
    }

    [Fact]
    public async Task EventStream_FaultHalfWay_IsAnExceptionInTheStream()
    {
        var body = await WriteAsync(new RestJsonWire(), Operation.Of<StreamShapes>(), new StreamShapesResponse { Events = Events() });
        var text = Encoding.Latin1.GetString(body);
        Assert.Contains("event-type", text, StringComparison.Ordinal);
        Assert.Contains("{\"text\":\"one\"}", text, StringComparison.Ordinal);
        Assert.Contains("throttlingException", text, StringComparison.Ordinal);
        Assert.EndsWith("{\"message\":\"slow\"}", text[..^4], StringComparison.Ordinal);

        static async IAsyncEnumerable<StreamEvent> Events()
        {
            yield return new StreamEvent("chunk", new Dictionary<string, object> { ["text"] = "one" });
            await Task.CompletedTask;
            throw new AwsFault("ThrottlingException", 429, "slow");
        }
    }

    [Fact]
    public async Task RestJson_Response_OmitsNullAndWritesRfc3339()
    {
        var response = new EchoShapesResponse { Id = "x", At = Time, Items = ["a"], Labels = new Dictionary<string, string> { ["k"] = "ü\"" }, Nested = new Nested { Count = 2, Ratio = 0.5 } };
        Assert.Equal(
            """{"id":"x","at":"2026-11-20T21:00:00.250Z","items":["a"],"labels":{"k":"ü\""},"nested":{"count":2,"ratio":0.5}}""",
            Encoding.UTF8.GetString(await WriteAsync(new RestJsonWire(), Operation.Of<EchoShapes>(), response)));
    }

    [Fact]
    public async Task AwsJson_Response_WritesEpochSeconds() =>
        Assert.Equal(
            """{"id":"x","at":1795208400.25}""",
            Encoding.UTF8.GetString(await WriteAsync(new AwsJsonWire("Test", "1.1"), Operation.Of<EchoShapes>(), new EchoShapesResponse { Id = "x", At = Time })));

    [Fact]
    public async Task RestXml_Response_HasRootNamespaceAndFlatAndWrappedLists()
    {
        var tags = new GetObjectTaggingResponse { TagSet = [new Tag { Key = "a", Value = "<1>" }] };
        Assert.Equal(
            """<?xml version="1.0" encoding="utf-8"?><Tagging xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><TagSet><Tag><Key>a</Key><Value>&lt;1&gt;</Value></Tag></TagSet></Tagging>""",
            Encoding.UTF8.GetString(await WriteAsync(new RestXmlWire(new S3Vocabulary()), Operation.Of<GetObjectTagging>(), tags)));
        var deleted = new DeleteObjectsResponse { Deleted = [new DeletedObject { Key = "k", DeleteMarker = true }], Errors = [] };
        Assert.Equal(
            """<?xml version="1.0" encoding="utf-8"?><DeleteResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Deleted><Key>k</Key><DeleteMarker>true</DeleteMarker></Deleted></DeleteResult>""",
            Encoding.UTF8.GetString(await WriteAsync(new RestXmlWire(new S3Vocabulary()), Operation.Of<DeleteObjects>(), deleted)));
    }

    [Fact]
    public async Task RestXml_Fault_CarriesItsFieldsAndIds()
    {
        var call = Call("GET", "/b/k");
        await new RestXmlWire(new S3Vocabulary()).WriteFaultAsync(call, S3Faults.NoSuchKey("k"), CancellationToken.None);
        Assert.Equal(
            $"""<?xml version="1.0" encoding="utf-8"?><Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Key>k</Key><RequestId>id</RequestId><HostId>{RequestIds.HostId("id")}</HostId></Error>""",
            Encoding.UTF8.GetString(Sent(call)));
    }

    [Fact]
    public async Task AwsQuery_ResponseAndFault_AreWrapped()
    {
        var wire = new AwsQueryWire("https://test/", "1");
        Assert.Equal(
            """<?xml version="1.0" encoding="utf-8"?><EchoShapesResponse xmlns="https://test/"><EchoShapesResult><Id>x</Id><Items><member>a</member></Items></EchoShapesResult><ResponseMetadata><RequestId>id</RequestId></ResponseMetadata></EchoShapesResponse>""",
            Encoding.UTF8.GetString(await WriteAsync(wire, Operation.Of<EchoShapes>(), new EchoShapesResponse { Id = "x", Items = ["a"] })));
        var call = Call("POST", "/");
        await wire.WriteFaultAsync(call, wire.Faults.Throttled(), CancellationToken.None);
        Assert.Equal(
            """<?xml version="1.0" encoding="utf-8"?><ErrorResponse xmlns="https://test/"><Error><Type>Sender</Type><Code>Throttling</Code><Message>Rate exceeded</Message></Error><RequestId>id</RequestId></ErrorResponse>""",
            Encoding.UTF8.GetString(Sent(call)));
    }

    [Fact]
    public async Task AwsQuery_ListsAndStructures_AreRead()
    {
        var request = (EchoShapesRequest)await ReadAsync(new AwsQueryWire("https://test/", "1"), "POST", "/", "Action=EchoShapes&Version=1&Id=a%20b&Items.member.1=x&Items.member.2=y&Nested.Count=3");
        Assert.Equal("a b", request.Id);
        Assert.Equal(["x", "y"], request.Items);
        Assert.Equal(3, request.Nested!.Count);
    }

    [Fact]
    public async Task RestJson_Request_IsBoundFromPathQueryHeaderAndBody()
    {
        var request = (EchoShapesRequest)await ReadAsync(
            new RestJsonWire(), "POST", "/echo/arn%3Aaws%2Fx?size=7&tag=a&tag=b", """{"items":["x"],"nested":{"count":1,"ratio":2.5},"free":{"any":[1]},"at":"2026-11-20T21:00:00.250Z"}""", ("x-note", "n"));
        Assert.Equal("arn:aws/x", request.Id);
        Assert.Equal(7, request.Size);
        Assert.Equal(["a", "b"], request.Tags);
        Assert.Equal("n", request.Note);
        Assert.Equal(["x"], request.Items);
        Assert.Equal(2.5, request.Nested!.Ratio);
        Assert.Equal("""{"any":[1]}""", request.Free!.Value.GetRawText());
        Assert.Equal(Time, request.At);
    }

    [Theory]
    [InlineData("""{"nested":{"unheard":1}}""", "ValidationException", "'nested.unheard' is not supported by LocalCloud")]
    [InlineData("""{"items":"x"}""", "SerializationException", "STRING_VALUE can not be converted to a list at 'items'")]
    [InlineData("""{"nested":{"count":"one"}}""", "SerializationException", "STRING_VALUE can not be converted to an Integer at 'nested.count'")]
    [InlineData("""{"items":""", "SerializationException", "")]
    public async Task RestJson_BadBody_IsRefusedByName(string body, string code, string message)
    {
        var fault = await Assert.ThrowsAsync<AwsFault>(() => ReadAsync(new RestJsonWire(), "POST", "/echo/a", body));
        Assert.Equal(code, fault.Code);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validation_BrokenConstraints_AreWordedAsAwsDoes()
    {
        var shape = Shape.Of(typeof(EchoShapesRequest));
        Assert.Equal("1 validation error detected: Value null at 'id' failed to satisfy constraint: Member must not be null", RequestValidator.Problem(shape, shape.Create()));
        Assert.Equal(
            "3 validation errors detected: Value 'toolong' at 'id' failed to satisfy constraint: Member must have length less than or equal to 5; "
            + "Value 'z' at 'items.2.member' failed to satisfy constraint: Member must satisfy enum value set: [x, y]; "
            + "Value '9' at 'nested.count' failed to satisfy constraint: Member must have value less than or equal to 3",
            RequestValidator.Problem(shape, new EchoShapesRequest { Id = "toolong", Items = ["x", "z"], Nested = new Nested { Count = 9 } }));
        Assert.Null(RequestValidator.Problem(shape, new EchoShapesRequest { Id = "fits" }));
    }

    private static async Task<object> ReadAsync(IWire wire, string method, string target, string body, params (string Name, string Value)[] headers)
    {
        var call = Call(method, target);
        call.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        call.BodyLength = body.Length;
        foreach (var (name, value) in headers)
            call.Http.Request.Headers[name] = value;
        var api = new ServiceApi("test", "test", "test", wire) { Operations = [Operation.Of<EchoShapes>()] };
        return await wire.ReadAsync(call, wire.Find(api, call)!, CancellationToken.None);
    }

    private static async Task<byte[]> WriteAsync(IWire wire, Operation operation, object response)
    {
        var call = Call("POST", "/");
        await wire.WriteAsync(call, operation, response, CancellationToken.None);
        return Sent(call);
    }

    private static byte[] Sent(AwsCall call) => ((MemoryStream)call.Http.Response.Body).ToArray();

    private static AwsCall Call(string method, string target)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = method;
        http.Response.Body = new MemoryStream();
        http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = target;
        return new AwsCall(http, "id");
    }

    internal sealed record EchoShapesRequest
    {
        [Length(1, 5)]
        public required string Id { get; init; }

        [Query("size")]
        public int? Size { get; init; }

        [Query("tag")]
        public IReadOnlyList<string>? Tags { get; init; }

        [Header("x-note")]
        public string? Note { get; init; }

        [OneOf("x", "y", Each = true)]
        public IReadOnlyList<string>? Items { get; init; }

        public Nested? Nested { get; init; }

        public JsonElement? Free { get; init; }

        public DateTimeOffset? At { get; init; }
    }

    internal sealed record EchoShapesResponse
    {
        public required string Id { get; init; }

        public DateTimeOffset? At { get; init; }

        public IReadOnlyList<string>? Items { get; init; }

        public IReadOnlyDictionary<string, string>? Labels { get; init; }

        public Nested? Nested { get; init; }
    }

    internal sealed record Nested
    {
        [Between(1, 3)]
        public int? Count { get; init; }

        public double? Ratio { get; init; }
    }

    [Http("POST", "/echo/{id}")]
    internal sealed class EchoShapes : IOperation<EchoShapesRequest, EchoShapesResponse>
    {
        public Task<EchoShapesResponse> Handle(EchoShapesRequest request, CancellationToken token) => Task.FromResult(new EchoShapesResponse { Id = request.Id });
    }

    internal sealed record StreamShapesResponse
    {
        [Payload]
        public required IAsyncEnumerable<StreamEvent> Events { get; init; }
    }

    [Http("POST", "/stream")]
    internal sealed class StreamShapes : IOperation<EchoShapesRequest, StreamShapesResponse>
    {
        public Task<StreamShapesResponse> Handle(EchoShapesRequest request, CancellationToken token) => throw new NotSupportedException();
    }
}
