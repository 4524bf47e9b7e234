using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Util;

namespace Portal.AwsSdk.Protocol;

/// <summary>Blobs as base64 text.</summary>
internal sealed class BlobConverter : JsonConverter<MemoryStream>
{
    public override MemoryStream Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetBytesFromBase64());

    public override void Write(Utf8JsonWriter writer, MemoryStream value, JsonSerializerOptions options)
    {
        if (value.TryGetBuffer(out var buffer))
            writer.WriteBase64StringValue(buffer);
        else
            writer.WriteBase64StringValue(value.ToArray());
    }
}

/// <summary>Times as RFC 3339 in UTC with milliseconds; epoch seconds are read as well.</summary>
internal sealed class TimestampConverter : JsonConverter<DateTime>
{
    /// <summary>The wire form of a time outside JSON.</summary>
    public static string Format(DateTime value) => value.ToUniversalTime().ToString(AWSSDKUtils.ISO8601DateFormat, CultureInfo.InvariantCulture);

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number
            ? AWSSDKUtils.ConvertFromUnixDoubleEpochSeconds(reader.GetDouble())
            : DateTime.Parse(reader.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) => writer.WriteStringValue(Format(value));
}
