using System.Text.Json;
using Portal.Documents;
using Portal.Web.Ui.Code;

namespace Portal.Web.Documents;

/// <summary>A document and its sidecar as AWS CLI, boto3 and C#.</summary>
internal static class DocumentSamples
{
    public static IReadOnlyList<CodeSample> Of(string bucket, DocumentKey key)
    {
        var (name, document, sidecar) = (JsonSerializer.Serialize(bucket), JsonSerializer.Serialize(key.Value), JsonSerializer.Serialize(key.SidecarValue));
        return
        [
            new("AWS CLI", $"aws s3api get-object --bucket {Shell(bucket)} --key {Shell(key.SidecarValue)} {Shell(key.Name + DocumentKey.SidecarSuffix)}\naws s3api get-object --bucket {Shell(bucket)} --key {Shell(key.Value)} {Shell(key.Name)}\n"),
            new("boto3", $"import boto3\n\ns3 = boto3.client(\"s3\")\nsidecar = s3.get_object(Bucket={name}, Key={sidecar})[\"Body\"].read()\ndocument = s3.get_object(Bucket={name}, Key={document})[\"Body\"]\n"),
            new("C#", $"using var s3 = new AmazonS3Client();\nusing var sidecar = await s3.GetObjectAsync({name}, {sidecar});\nusing var document = await s3.GetObjectAsync({name}, {document});\n"),
        ];
    }

    private static string Shell(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
