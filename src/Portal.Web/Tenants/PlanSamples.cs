using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Tenants;
using Portal.Web.Ui.Code;

namespace Portal.Web.Tenants;

/// <summary>The calls of a plan as AWS CLI, boto3 and C#.</summary>
internal static class PlanSamples
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<CodeSample> Of(IReadOnlyList<PlannedCall> calls) =>
    [
        new("AWS CLI", Joined(calls, Cli)),
        new("boto3", "import boto3\n\ns3 = boto3.client(\"s3\")\nbedrock_agent = boto3.client(\"bedrock-agent\")\n\n" + Joined(calls, Boto)),
        new("C#", "using var s3 = new AmazonS3Client();\nusing var bedrockAgent = new AmazonBedrockAgentClient();\n\n" + Joined(calls, CSharp)),
    ];

    private static string Joined(IReadOnlyList<PlannedCall> calls, Func<PlannedCall, string> write) =>
        calls.Count == 0 ? "" : string.Join('\n', calls.Select(write)) + "\n";

    private static string Cli(PlannedCall call) => call.Service == "s3"
        ? $"aws s3api {Dashed(call.Operation, '-')} {string.Join(' ', call.Input.Select(member => $"--{Dashed(member.Key, '-')} {Shell((string)member.Value!)}"))}"
        : $"aws {call.Service} {Dashed(call.Operation, '-')} --cli-input-json {Shell(call.Input.ToJsonString(Plain))}";

    private static string Boto(PlannedCall call) =>
        $"{call.Service.Replace('-', '_')}.{Dashed(call.Operation, '_')}({string.Join(", ", call.Input.Select(member => $"{member.Key}={member.Value!.ToJsonString(Plain)}"))})";

    private static string CSharp(PlannedCall call)
    {
        var client = call.Service == "s3" ? "s3" : "bedrockAgent";
        return $"await {client}.{call.Operation}Async(new {call.Operation}Request\n{{\n{Members(call.Input, 1, call.Service)}}});";
    }

    private static string Members(JsonObject members, int depth, string service)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in members)
        {
            var name = service == "s3" && key == "Bucket" ? "BucketName" : char.ToUpperInvariant(key[0]) + key[1..];
            text.Append(' ', depth * 4).Append(name).Append(" = ").Append(value switch
            {
                // The type of a nested request member bears the member's name, except the S3 one, which says of what.
                JsonObject inner => $"new {(name == "S3Configuration" ? "S3DataSourceConfiguration" : name)}\n{new string(' ', depth * 4)}{{\n{Members(inner, depth + 1, service)}{new string(' ', depth * 4)}}}",
                JsonArray list => $"[{string.Join(", ", list.Select(item => item!.ToJsonString(Plain)))}]",
                _ => value!.ToJsonString(Plain),
            }).Append(",\n");
        }

        return text.ToString();
    }

    private static string Shell(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static string Dashed(string name, char dash) =>
        string.Concat(name.Select((letter, index) => char.IsUpper(letter) && index > 0 ? $"{dash}{char.ToLowerInvariant(letter)}" : char.ToLowerInvariant(letter).ToString()));
}
