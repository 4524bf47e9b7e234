using Xunit;

namespace Portal.Settings;

public sealed class WorkspaceRulesTests
{
    [Fact]
    public void Check_OfLocalCloudsWorkspace_FindsNothing() => Assert.Empty(WorkspaceRules.Check(WorkspaceProvisioner.Default(Guid.NewGuid())));

    [Theory]
    [InlineData(nameof(Workspace.Bucket), "ab")]
    [InlineData(nameof(Workspace.Bucket), "Portal")]
    [InlineData(nameof(Workspace.Bucket), "192.168.0.1")]
    [InlineData(nameof(Workspace.Bucket), "a..b")]
    [InlineData(nameof(Workspace.Bucket), "xn--portal")]
    [InlineData(nameof(Workspace.Bucket), "portal-s3alias")]
    [InlineData(nameof(Workspace.Bucket), "portal-")]
    [InlineData(nameof(Workspace.BasePrefix), "")]
    [InlineData(nameof(Workspace.BasePrefix), "customer-data")]
    [InlineData(nameof(Workspace.BasePrefix), "/customer-data/")]
    [InlineData(nameof(Workspace.BasePrefix), "a//b/")]
    [InlineData(nameof(Workspace.BasePrefix), "../")]
    [InlineData(nameof(Workspace.BasePrefix), "a*/")]
    [InlineData(nameof(Workspace.AttributeKey), "")]
    [InlineData(nameof(Workspace.AttributeKey), " customer")]
    [InlineData(nameof(Workspace.AttributeKey), "_customer")]
    [InlineData(nameof(Workspace.AttributeKey), "x-amz-bedrock-kb-source-uri")]
    [InlineData(nameof(Workspace.KnowledgeBaseId), "kb12345678")]
    [InlineData(nameof(Workspace.KnowledgeBaseId), "KB1234567")]
    [InlineData(nameof(Workspace.KnowledgeBaseRoleArn), "portal-knowledge-base")]
    [InlineData(nameof(Workspace.KnowledgeBaseRoleArn), "arn:aws:iam::1:role/x")]
    [InlineData(nameof(Workspace.EmbeddingModelId), "titan embed")]
    [InlineData(nameof(Workspace.AnswerModelId), "claude")]
    public void Check_OfAWrongField_NamesIt(string field, string value)
    {
        var workspace = WorkspaceProvisioner.Default(Guid.NewGuid());
        typeof(Workspace).GetProperty(field)!.SetValue(workspace, value);
        Assert.Equal(field, Assert.Single(WorkspaceRules.Check(workspace)).Field);
    }

    [Theory]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123def456")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0")]
    [InlineData("global.anthropic.claude-sonnet-4-5-20250929-v1:0")]
    [InlineData("amazon.nova-lite-v1:0")]
    public void Check_OfRealModelIds_FindsNothing(string model)
    {
        var workspace = WorkspaceProvisioner.Default(Guid.NewGuid());
        workspace.AnswerModelId = model;
        Assert.Empty(WorkspaceRules.Check(workspace));
    }
}
