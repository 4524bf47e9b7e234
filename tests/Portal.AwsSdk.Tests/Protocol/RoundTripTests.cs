using System.Collections;
using System.Reflection;
using System.Text.Json;
using Amazon.Bedrock;
using Amazon.BedrockAgent;
using Amazon.BedrockAgentRuntime;
using Amazon.BedrockRuntime;
using Amazon.Runtime;
using Amazon.Runtime.Documents;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Portal.AwsSdk.Protocol;
using Xunit;

namespace Portal.AwsSdk.Tests.Protocol;

/// <summary>Every member of every shape has one place on the wire and comes back from it as it was.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<Type> Shapes() => [.. SampleShapes.Shapes];

    public static TheoryData<Type> Requests() => [.. SampleShapes.Requests];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Shape_EveryBodyMember_ComesBack(Type type)
    {
        var shape = SampleShapes.Fill(type);

        var json = JsonSerializer.SerializeToUtf8Bytes(shape, type, RestJsonContract.Options);
        var back = JsonSerializer.Deserialize(json, type, RestJsonContract.Options)!;

        var members = SampleShapes.Members(type).Where(RestJsonContract.IsBodyMember).ToArray();
        using var document = JsonDocument.Parse(json);
        Assert.Equal(
            members.Select(member => member.Name[..1].ToLowerInvariant() + member.Name[1..]).Order(StringComparer.Ordinal),
            document.RootElement.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        foreach (var member in members)
            Same(member.GetValue(shape), member.GetValue(back), $"{type.Name}.{member.Name}");
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Request_EveryMember_IsInExactlyOnePlace(Type type)
    {
        var shape = (AmazonWebServiceRequest)SampleShapes.Fill(type);

        var request = Marshaller(type).Marshall(shape);

        var operation = type.GetCustomAttribute<RestOperationAttribute>()!;
        Assert.Equal(operation.Method, request.HttpMethod);
        Assert.Equal(operation.Uri, request.ResourcePath);
        var placed = 0;
        foreach (var member in SampleShapes.Members(type))
        {
            var value = member.GetValue(shape)!;
            if (member.IsDefined(typeof(UriLabelAttribute)))
                Assert.Equal(value, request.PathResources[$"{{{RestJsonContract.WireName(member)}}}"]);
            else if (member.GetCustomAttribute<QueryStringAttribute>() is { } query)
                Assert.Equal(Texts(value), Texts(((IEnumerable<KeyValuePair<string, string>>)request.ParameterCollection.GetSortedParametersList()).Where(pair => pair.Key == query.Name).Select(pair => pair.Value)));
            else if (member.GetCustomAttribute<HeaderAttribute>() is { } header)
                Assert.Equal(Texts(value).Single(), request.Headers[header.Name]);
            else if (member.IsDefined(typeof(PayloadAttribute)))
                Assert.Same(value, request.ContentStream);
            else
                Same(value, member.GetValue(JsonSerializer.Deserialize(request.Content, type, RestJsonContract.Options)), member.Name);
            placed++;
        }

        var body = request.Content is { } content ? JsonDocument.Parse(content).RootElement.EnumerateObject().Count() : 0;
        Assert.Equal(placed, body + request.PathResources.Count + SampleShapes.Members(type).Count(member =>
            member.IsDefined(typeof(QueryStringAttribute)) || member.IsDefined(typeof(HeaderAttribute)) || member.IsDefined(typeof(PayloadAttribute))));
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Request_Labels_AreThoseOfTheUri(Type type)
    {
        var uri = type.GetCustomAttribute<RestOperationAttribute>()!.Uri;

        Assert.Equal(
            uri.Split('{').Skip(1).Select(part => part[..part.IndexOf('}', StringComparison.Ordinal)]).Order(StringComparer.Ordinal),
            SampleShapes.Members(type).Where(member => member.IsDefined(typeof(UriLabelAttribute))).Select(RestJsonContract.WireName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WireName_Attribute_WinsInBothDirections()
    {
        var json = JsonSerializer.Serialize(new Renamed { Plain = "a", Odd = "b" }, RestJsonContract.Options);

        Assert.Equal("""{"plain":"a","$odd":"b"}""", json);
        Assert.Equal("b", JsonSerializer.Deserialize<Renamed>(json, RestJsonContract.Options)!.Odd);
    }

    [Fact]
    public void Numbers_NotFinite_AreNamed() =>
        Assert.Equal(
            double.NegativeInfinity,
            JsonSerializer.Deserialize<Numbers>(JsonSerializer.Serialize(new Numbers { Value = double.NegativeInfinity }, RestJsonContract.Options), RestJsonContract.Options)!.Value);

    [Fact]
    public void Documents_NestedDeeply_AreReadAndWritten()
    {
        var json = string.Concat(Enumerable.Repeat("{\"a\":[", 100)) + "1" + string.Concat(Enumerable.Repeat("]}", 100));

        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Document>(json, RestJsonContract.Options), RestJsonContract.Options));
    }

    [Theory]
    [InlineData("\"2026-11-20T01:02:03Z\"", 0)]
    [InlineData("\"2026-11-20T01:02:03.500Z\"", 500)]
    [InlineData("\"2026-11-20T03:02:03.500+02:00\"", 500)]
    [InlineData("1795136523.5", 500)]
    public void Times_EveryForm_AreReadAsUtc(string json, int milliseconds) =>
        Assert.Equal(
            new DateTime(2026, 11, 20, 1, 2, 3, milliseconds, DateTimeKind.Utc),
            JsonSerializer.Deserialize<DateTime>(json, RestJsonContract.Options));

    private static IMarshaller<IRequest, AmazonWebServiceRequest> Marshaller(Type request)
    {
        var service = request.Namespace switch
        {
            "Amazon.Bedrock.Model" => AmazonBedrockClient.Service,
            "Amazon.BedrockAgent.Model" => AmazonBedrockAgentClient.Service,
            "Amazon.BedrockRuntime.Model" => AmazonBedrockRuntimeClient.Service,
            "Amazon.BedrockAgentRuntime.Model" => AmazonBedrockAgentRuntimeClient.Service,
            var other => throw new InvalidOperationException(other),
        };
        return (IMarshaller<IRequest, AmazonWebServiceRequest>)Activator.CreateInstance(typeof(RestJsonRequestMarshaller<>).MakeGenericType(request), service)!;
    }

    private static IEnumerable<string> Texts(object value) => value switch
    {
        string text => [text],
        IEnumerable items => items.Cast<object>().Select(item => item.ToString()!),
        _ => [Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!],
    };

    private static void Same(object? expected, object? actual, string where)
    {
        if (expected is null || actual is null)
        {
            Assert.True(expected == actual, where);
            return;
        }

        Assert.True(expected.GetType() == actual.GetType(), where);
        switch (expected)
        {
            case MemoryStream stream:
                Assert.Equal(stream.ToArray(), ((MemoryStream)actual).ToArray());
                break;
            case Document document:
                // Equality of documents is that of references for lists and maps.
                Assert.Equal(JsonSerializer.Serialize(document, RestJsonContract.Options), JsonSerializer.Serialize((Document)actual, RestJsonContract.Options));
                break;
            case IDictionary map:
                Assert.Equal(map.Count, ((IDictionary)actual).Count);
                foreach (var key in map.Keys)
                    Same(map[key], ((IDictionary)actual)[key], $"{where}[{key}]");
                break;
            case IList list:
                Assert.Equal(list.Count, ((IList)actual).Count);
                for (var i = 0; i < list.Count; i++)
                    Same(list[i], ((IList)actual)[i], $"{where}[{i}]");
                break;
            case string or ValueType or ConstantClass:
                Assert.True(expected.Equals(actual), $"{where}: {expected} is {actual}");
                break;
            default:
                foreach (var member in SampleShapes.Members(expected.GetType()))
                    Same(member.GetValue(expected), member.GetValue(actual), $"{where}.{member.Name}");
                break;
        }
    }

    private sealed class Renamed
    {
        public string? Plain { get; set; }

        [WireName("$odd")]
        public string? Odd { get; set; }
    }

    private sealed class Numbers
    {
        public double? Value { get; set; }
    }
}
