using System.Collections;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Documents;

namespace Portal.AwsSdk.Protocol;

/// <summary>
/// How an official-shaped class looks as a REST JSON body. System.Text.Json builds and caches one contract per type from the
/// rules here, so no type has a marshaller of its own.
/// </summary>
internal static class RestJsonContract
{
    /// <summary>Tool inputs and JSON schemas may nest deeper than the serializer's 64 levels.</summary>
    private const int DeepestDocument = 256;

    /// <summary>The one set of options for all bodies, events and error details.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The name a member has on the wire.</summary>
    public static string WireName(MemberInfo member) =>
        member.GetCustomAttribute<WireNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(member.Name[..1]) + member.Name[1..];

    /// <summary>Whether the member is part of the JSON body: declared by a shape of ours and bound to no other place.</summary>
    public static bool IsBodyMember(MemberInfo member) =>
        member.DeclaringType != typeof(AmazonWebServiceRequest)
        && member.DeclaringType != typeof(AmazonWebServiceResponse)
        && !member.IsDefined(typeof(UriLabelAttribute))
        && !member.IsDefined(typeof(QueryStringAttribute))
        && !member.IsDefined(typeof(HeaderAttribute))
        && !member.IsDefined(typeof(PayloadAttribute));

    /// <summary>Reads a shape from a JSON body; an empty body gives an empty shape.</summary>
    public static T Read<T>(ReadOnlySpan<byte> body) where T : new() =>
        body.IsEmpty ? new T() : JsonSerializer.Deserialize<T>(body, Options) ?? new T();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            MaxDepth = DeepestDocument,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Apply } },
            Converters = { new ConstantClassConverterFactory(), new DocumentConverter(), new BlobConverter(), new TimestampConverter() },
        };
        options.MakeReadOnly();
        return options;
    }

    private static void Apply(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object)
            return;

        for (var i = info.Properties.Count - 1; i >= 0; i--)
        {
            var property = info.Properties[i];
            if (property.AttributeProvider is not MemberInfo member || !IsBodyMember(member))
                info.Properties.RemoveAt(i);
            else
                Apply(property, member);
        }
    }

    private static void Apply(JsonPropertyInfo property, MemberInfo member)
    {
        property.Name = WireName(member);
        if (property.PropertyType == typeof(Document))
            property.ShouldSerialize = static (_, value) => value is Document document && !document.IsNull();

        if (member.IsDefined(typeof(IdempotencyTokenAttribute)) && property.Get is { } get)
            property.Get = shape => get(shape) ?? Guid.NewGuid().ToString();

        // The official clients give null for an absent list and an empty list for []. Giving null for both makes a caller that
        // forgets one of them fail here rather than there.
        if (typeof(ICollection).IsAssignableFrom(property.PropertyType) && property.Set is { } set)
            property.Set = (shape, value) => set(shape, value is ICollection { Count: 0 } ? null : value);
    }
}
