using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.Runtime.Documents;

namespace Portal.Aws;

/// <summary>One way to write an AWS call.</summary>
/// <param name="Language">"AWS CLI", "boto3", "C#" or "JSON".</param>
/// <param name="Text">The code; it runs as it is with credentials of its own.</param>
public sealed record CallCode(string Language, string Text)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The same call as AWS CLI, boto3, C# and JSON, made from the very request that the SDK sends, so that what is shown is what is done. Works for services whose
    /// wire names are the properties' names: Bedrock's with a small first letter, SageMaker's and CloudWatch's as they are.
    /// </summary>
    public static IReadOnlyList<CallCode> Of(AmazonWebServiceRequest request)
    {
        var service = request.GetType().Namespace!.Split('.')[1];
        var operation = request.GetType().Name[..^"Request".Length];
        var wire = (JsonObject)WireOf(request, IsCamel(service))!;
        return
        [
            new("AWS CLI", $"aws {CliName(service)} {Kebab(operation)} --cli-input-json {ShellQuote(wire.ToJsonString(Indented))}"),
            new("boto3", Boto3(service, operation, wire)),
            new("C#", CSharp(service, operation, request)),
            new("JSON", wire.ToJsonString(Indented)),
        ];
    }

    private static string Boto3(string service, string operation, JsonObject wire)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"import boto3\n\nclient = boto3.client(\"{CliName(service)}\")\nresponse = client.{Kebab(operation).Replace('-', '_')}(");
        foreach (var (name, value) in wire) text.Append(CultureInfo.InvariantCulture, $"\n    {name}={PythonOf(value, 4)},");
        return text.Append("\n)\n").ToString();
    }

    private static string CSharp(string service, string operation, AmazonWebServiceRequest request)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"using Amazon.{service};\nusing Amazon.{service}.Model;\nusing Amazon.Runtime.Documents;\n\n");
        text.Append(CultureInfo.InvariantCulture, $"var client = new Amazon{service}Client();\nvar response = await client.{operation}Async(");
        return text.Append(CSharpOf(request, 0)).Append(");\n").ToString();
    }

    private static IEnumerable<(PropertyInfo Property, object Value)> Members(object shape)
    {
        foreach (var property in shape.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(candidate => candidate is { CanRead: true, CanWrite: true }))
        {
            if (property.GetValue(shape) is { } value && !IsNothing(value)) yield return (property, value);
        }
    }

    private static bool IsNothing(object value) => value switch
    {
        Document document => document.IsNull(),
        ICollection collection => collection.Count == 0,
        _ => false,
    };

    private static JsonNode? WireOf(object? value, bool camel) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        float number => JsonValue.Create((double)(decimal)number),
        double number => JsonValue.Create(number),
        DateTime moment => JsonValue.Create(moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)),
        ConstantClass constant => JsonValue.Create(constant.Value),
        Document document => WireOf(Plain(document), camel: false),
        MemoryStream => JsonValue.Create("<bytes>"),
        IDictionary dictionary => new JsonObject(dictionary.Keys.Cast<string>().Select(key => KeyValuePair.Create(key, WireOf(dictionary[key], camel)))),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(item => WireOf(item, camel))]),
        _ => new JsonObject(Members(value).Select(member => KeyValuePair.Create(camel ? JsonNamingPolicy.CamelCase.ConvertName(member.Property.Name) : member.Property.Name, WireOf(member.Value, camel)))),
    };

    private static object? Plain(Document value) => value switch
    {
        _ when value.IsString() => value.AsString(),
        _ when value.IsBool() => value.AsBool(),
        _ when value.IsInt() => value.AsInt(),
        _ when value.IsLong() => value.AsLong(),
        _ when value.IsDouble() => value.AsDouble(),
        _ when value.IsList() => value.AsList().Select(Plain).ToList(),
        _ when value.IsDictionary() => value.AsDictionary().ToDictionary(pair => pair.Key, pair => Plain(pair.Value)),
        _ => null,
    };

    private static string PythonOf(JsonNode? value, int indent)
    {
        var inner = new string(' ', indent + 4);
        return value switch
        {
            null => "None",
            JsonObject { Count: 0 } => "{}",
            JsonArray { Count: 0 } => "[]",
            JsonObject shape => $"{{\n{string.Concat(shape.Select(member => $"{inner}{Quote(member.Key)}: {PythonOf(member.Value, indent + 4)},\n"))}{new string(' ', indent)}}}",
            JsonArray list => $"[\n{string.Concat(list.Select(item => $"{inner}{PythonOf(item, indent + 4)},\n"))}{new string(' ', indent)}]",
            _ => value.GetValueKind() switch { JsonValueKind.True => "True", JsonValueKind.False => "False", JsonValueKind.String => Quote(value.GetValue<string>()), _ => value.ToJsonString() },
        };
    }

    private static string CSharpOf(object? value, int indent)
    {
        var outer = new string(' ', indent);
        var inner = new string(' ', indent + 4);
        return value switch
        {
            null => "null",
            string text => Quote(text),
            bool flag => flag ? "true" : "false",
            float number => number.ToString("R", CultureInfo.InvariantCulture) + "f",
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            IFormattable number and (int or long) => number.ToString(null, CultureInfo.InvariantCulture),
            DateTime moment => $"DateTime.Parse({Quote(moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture))})",
            ConstantClass constant => $"new {constant.GetType().Name}({Quote(constant.Value)})",
            Document document => $"new Document({DocumentOf(Plain(document), indent)})",
            MemoryStream => "new MemoryStream(bytes)",
            IDictionary dictionary => $"new()\n{outer}{{\n{string.Concat(dictionary.Keys.Cast<string>().Select(key => $"{inner}[{Quote(key)}] = {CSharpOf(dictionary[key], indent + 4)},\n"))}{outer}}}",
            IEnumerable list => $"[\n{string.Concat(list.Cast<object?>().Select(item => $"{inner}{CSharpOf(item, indent + 4)},\n"))}{outer}]",
            _ => $"new {value.GetType().Name}\n{outer}{{\n{string.Concat(Members(value).Select(member => $"{inner}{member.Property.Name} = {CSharpOf(member.Value, indent + 4)},\n"))}{outer}}}",
        };
    }

    private static string DocumentOf(object? plain, int indent) => plain switch
    {
        List<object?> list => $"new List<Document> {{ {string.Join(", ", list.Select(item => DocumentOf(item, indent)))} }}",
        _ => CSharpOf(plain, indent),
    };

    private static bool IsCamel(string service) => service.StartsWith("Bedrock", StringComparison.Ordinal);

    private static string CliName(string service) => service switch
    {
        "SecurityToken" => "sts",
        "SageMaker" => "sagemaker",
        "SageMakerRuntime" => "sagemaker-runtime",
        "CloudWatch" => "cloudwatch",
        _ => Kebab(service),
    };

    private static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    private static string ShellQuote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static string Quote(string text) => JsonSerializer.Serialize(text, Indented);
}
