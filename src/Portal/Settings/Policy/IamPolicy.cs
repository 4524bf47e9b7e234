using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Aws;
using Portal.KnowledgeBases;

namespace Portal.Settings.Policy;

/// <summary>One statement of the policy, with the reason that the page shows.</summary>
/// <param name="Sid">Its name in the policy.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Actions">IAM actions.</param>
/// <param name="Resources">ARNs.</param>
/// <param name="Condition">Operator, key and value; null without.</param>
public sealed record PolicyStatement(string Sid, string Purpose, IReadOnlyList<string> Actions, IReadOnlyList<string> Resources, (string Operator, string Key, string Value)? Condition = null);

/// <summary>The least that the portal's role needs, made from <see cref="PortalActions"/> for one connection and workspace.</summary>
public static class IamPolicy
{
    /// <summary>What a managed policy may have, white space not counted.</summary>
    public const int MostCharacters = 6144;

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The statements.</summary>
    public static IReadOnlyList<PolicyStatement> Statements(AwsConnection connection, Workspace workspace)
    {
        var partition = PartitionOf(connection.Region);
        var bucket = $"arn:{partition}:s3:::{workspace.Bucket}";
        var bedrock = $"arn:{partition}:bedrock:{connection.Region}:{connection.AccountId}";
        var statements = new List<PolicyStatement>
        {
            new("ListDocuments", "Folders, below the base prefix only.", PortalActions.Of(PolicyPart.Listing), [bucket], ("StringLike", "s3:prefix", workspace.BasePrefix + "*")),
            new("ReadBucket", "Whether versioning is on, and which uploads were left unfinished.", PortalActions.Of(PolicyPart.Bucket), [bucket]),
            new("Documents", "Documents and their sidecars, below the base prefix only.", PortalActions.Of(PolicyPart.Objects), [$"{bucket}/{workspace.BasePrefix}*"]),
            new("ListVersions", "Earlier versions, below the base prefix only. Leave it out where the portal shall not see them.", PortalActions.Of(PolicyPart.VersionListing), [bucket], ("StringLike", "s3:prefix", workspace.BasePrefix + "*")),
            new("DocumentVersions", "Reading and removing earlier versions. Leave it out where the portal shall not touch them.", PortalActions.Of(PolicyPart.Versions), [$"{bucket}/{workspace.BasePrefix}*"]),
            new("KnowledgeBases", "Knowledge bases, data sources, syncs and retrieval.", PortalActions.Of(PolicyPart.KnowledgeBase), [$"{bedrock}:knowledge-base/*"]),
            new("BedrockAccount", "Actions for which Amazon Bedrock takes no narrower resource.", PortalActions.Of(PolicyPart.Account), ["*"]),
        };
        statements.AddRange(Answering(connection, workspace, partition, bedrock));
        var catalogue = new[] { workspace.EmbeddingModelId, workspace.AnswerModelId }.OfType<string>().SelectMany(model => Models(model, connection, partition)).Distinct().ToArray();
        if (catalogue.Length > 0) statements.Add(new("ModelCatalogue", "Whether the models of the workspace are offered in this Region.", PortalActions.Of(PolicyPart.Catalogue), catalogue));
        if (workspace.KnowledgeBaseRoleArn is { } role)
            statements.Add(new("PassKnowledgeBaseRole", "Gives new knowledge bases the role that they work with, and to nothing else.", PortalActions.Of(PolicyPart.PassRole), [role], ("StringEquals", "iam:PassedToService", "bedrock.amazonaws.com")));
        return statements;
    }

    /// <summary>The policy as JSON, to be pasted into IAM.</summary>
    public static string Json(IReadOnlyList<PolicyStatement> statements) => new JsonObject
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray([.. statements.Select(Write)]),
    }.ToJsonString(Written);

    private static JsonNode Write(PolicyStatement statement)
    {
        var node = new JsonObject
        {
            ["Sid"] = statement.Sid,
            ["Effect"] = "Allow",
            ["Action"] = new JsonArray([.. statement.Actions.Select(action => JsonValue.Create(action))]),
            ["Resource"] = new JsonArray([.. statement.Resources.Select(resource => JsonValue.Create(resource))]),
        };
        if (statement.Condition is var (name, key, value)) node["Condition"] = new JsonObject { [name] = new JsonObject { [key] = value } };
        return node;
    }

    private static IEnumerable<PolicyStatement> Answering(AwsConnection connection, Workspace workspace, string partition, string bedrock)
    {
        if (workspace.AnswerModelId is not { } model) yield break;
        var actions = PortalActions.Of(PolicyPart.Answering);
        if (ProfileOf(model, bedrock) is not { } profile)
        {
            yield return new("Answer", "The model that answers, over verified chunks.", actions, [.. Models(model, connection, partition)]);
            yield break;
        }

        yield return new("AnswerProfile", "The inference profile that answers, over verified chunks.", actions, [profile]);
        yield return new("AnswerProfileModels", "The model behind the profile in whichever Region it runs, only through the profile.", actions, [.. Behind(model, partition)], ("StringEquals", "bedrock:InferenceProfileArn", profile));
    }

    private static string? ProfileOf(string model, string bedrock) =>
        !ModelArn.IsProfile(model) ? null : model.StartsWith("arn:", StringComparison.Ordinal) ? model : $"{bedrock}:inference-profile/{model}";

    private static IEnumerable<string> Models(string model, AwsConnection connection, string partition) =>
        ProfileOf(model, $"arn:{partition}:bedrock:{connection.Region}:{connection.AccountId}") is { } profile ? [profile]
        : model.StartsWith("arn:", StringComparison.Ordinal) ? [model]
        : [$"arn:{partition}:bedrock:{connection.Region}::foundation-model/{model}"];

    private static IEnumerable<string> Behind(string model, string partition)
    {
        var id = model[(model.LastIndexOf('/') + 1)..];
        // A system profile is named "geography.model"; an application profile's name says nothing of its model.
        return model.Contains(":application-inference-profile/", StringComparison.Ordinal)
            ? [$"arn:{partition}:bedrock:*::foundation-model/*"]
            : [$"arn:{partition}:bedrock:*::foundation-model/{id[(id.IndexOf('.', StringComparison.Ordinal) + 1)..]}"];
    }

    private static string PartitionOf(string region) =>
        region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn" : region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov" : "aws";
}
