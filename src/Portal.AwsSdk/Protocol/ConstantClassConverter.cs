using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Portal.AwsSdk.Protocol;

/// <summary>Enumerations as their wire text; values this build does not know survive both ways.</summary>
internal sealed class ConstantClassConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeof(ConstantClass).IsAssignableFrom(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(ConstantClassConverter<>).MakeGenericType(typeToConvert))!;
}

internal sealed class ConstantClassConverter<T> : JsonConverter<T> where T : ConstantClass
{
    private static readonly Func<string, T> Find = ConstantClassText.Finder(typeof(T)).CreateDelegate<Func<string, T>>();

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } value ? Find(value) : null;

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

/// <summary>Finds the constant of an enumeration known only by its type.</summary>
internal static class ConstantClassText
{
    public static MethodInfo Finder(Type type) =>
        type.GetMethod(nameof(FindValue), BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly, [typeof(string)])
        ?? throw new InvalidOperationException($"{type} has no FindValue.");

    public static object? FindValue(Type type, string value) => Finder(type).Invoke(null, [value]);
}
