using System.Text.Json;
using Portal.Aws;
using Xunit;

namespace Portal.Settings.Policy;

public sealed class IamPolicyTests
{
    private static readonly AwsConnection Connection = new() { Id = Guid.NewGuid(), Label = "AWS", AccountId = "123456789012", Region = "eu-central-1" };

    [Fact]
    public void Json_HasExactlyTheActionsOfTheTable()
    {
        var written = Statements(Workspace()).SelectMany(statement => statement.GetProperty("Action").EnumerateArray().Select(action => action.GetString()!)).ToHashSet();
        var table = PortalActions.All.Where(action => action.Part is not (PolicyPart.None or PolicyPart.LocalOnly)).Select(action => action.IamAction).ToHashSet();
        Assert.Equal(table.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Table_NamesEachOperationOncePerAction_WithRealServicePrefixes()
    {
        Assert.Equal(PortalActions.All.Count, PortalActions.All.DistinctBy(action => (action.Service, action.Operation, action.IamAction)).Count());
        Assert.All(PortalActions.All.Select(action => action.IamAction), action => Assert.Matches("^(s3|bedrock|sts|iam):[A-Z][A-Za-z]+$", action));
    }

    [Fact]
    public void Json_GivesNoObjectAndNoListingOutsideTheBasePrefix()
    {
        var statements = Statements(Workspace());
        var objects = statements.Where(statement => Resources(statement).Any(resource => resource.StartsWith("arn:aws:s3:::", StringComparison.Ordinal) && resource.Contains('/', StringComparison.Ordinal)));
        Assert.All(objects, statement => Assert.Equal(["arn:aws:s3:::documents/tenants/*"], Resources(statement)));
        var listing = Assert.Single(statements, statement => statement.GetProperty("Action").EnumerateArray().Any(action => action.GetString() == "s3:ListBucket"));
        Assert.Equal("tenants/*", listing.GetProperty("Condition").GetProperty("StringLike").GetProperty("s3:prefix").GetString());
    }

    [Fact]
    public void Json_PassesTheRoleToBedrockAlone()
    {
        var pass = Assert.Single(Statements(Workspace()), statement => statement.GetProperty("Action").EnumerateArray().Any(action => action.GetString() == "iam:PassRole"));
        Assert.Equal(["arn:aws:iam::123456789012:role/kb"], Resources(pass));
        Assert.Equal("bedrock.amazonaws.com", pass.GetProperty("Condition").GetProperty("StringEquals").GetProperty("iam:PassedToService").GetString());
    }

    [Fact]
    public void Json_OfAProfile_AllowsItsModelsOnlyThroughIt()
    {
        var statements = Statements(Workspace("eu.anthropic.claude-sonnet-4-5-20250929-v1:0"));
        const string Profile = "arn:aws:bedrock:eu-central-1:123456789012:inference-profile/eu.anthropic.claude-sonnet-4-5-20250929-v1:0";
        var behind = Assert.Single(statements, statement => statement.GetProperty("Sid").GetString() == "AnswerProfileModels");
        Assert.Equal(["arn:aws:bedrock:*::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0"], Resources(behind));
        Assert.Equal(Profile, behind.GetProperty("Condition").GetProperty("StringEquals").GetProperty("bedrock:InferenceProfileArn").GetString());
        Assert.Equal([Profile], Resources(Assert.Single(statements, statement => statement.GetProperty("Sid").GetString() == "AnswerProfile")));
    }

    [Fact]
    public void Json_OfAFoundationModel_NamesItAlone() => Assert.Equal(
        ["arn:aws:bedrock:eu-central-1::foundation-model/amazon.nova-lite-v1:0"],
        Resources(Assert.Single(Statements(Workspace("amazon.nova-lite-v1:0")), statement => statement.GetProperty("Sid").GetString() == "Answer")));

    [Theory]
    [InlineData("us-gov-west-1", "arn:aws-us-gov:")]
    [InlineData("cn-north-1", "arn:aws-cn:")]
    public void Json_InAnotherPartition_UsesItsArns(string region, string start)
    {
        var connection = new AwsConnection { Label = "AWS", AccountId = "123456789012", Region = region };
        var resources = IamPolicy.Statements(connection, Workspace("amazon.nova-lite-v1:0")).SelectMany(statement => statement.Resources).Where(resource => resource.Contains(":bedrock:", StringComparison.Ordinal) || resource.Contains(":s3:", StringComparison.Ordinal));
        Assert.All(resources, resource => Assert.StartsWith(start, resource, StringComparison.Ordinal));
    }

    [Fact]
    public void Json_FitsIntoOneManagedPolicy_WithTheLongestNames()
    {
        var workspace = Workspace("arn:aws:bedrock:eu-central-1:123456789012:application-inference-profile/" + new string('a', 64));
        workspace.Bucket = new string('b', 63);
        workspace.BasePrefix = new string('p', 199) + "/";
        Assert.InRange(IamPolicy.Json(IamPolicy.Statements(Connection, workspace)).Count(character => !char.IsWhiteSpace(character)), 1, IamPolicy.MostCharacters);
    }

    private static Workspace Workspace(string model = "eu.anthropic.claude-sonnet-4-5-20250929-v1:0") => new()
    {
        ConnectionId = Connection.Id,
        Bucket = "documents",
        BasePrefix = "tenants/",
        KnowledgeBaseRoleArn = "arn:aws:iam::123456789012:role/kb",
        EmbeddingModelId = "amazon.titan-embed-text-v2:0",
        AnswerModelId = model,
    };

    private static List<JsonElement> Statements(Workspace workspace) =>
        [.. JsonDocument.Parse(IamPolicy.Json(IamPolicy.Statements(Connection, workspace))).RootElement.GetProperty("Statement").EnumerateArray()];

    private static IEnumerable<string> Resources(JsonElement statement) => statement.GetProperty("Resource").EnumerateArray().Select(resource => resource.GetString()!);
}
