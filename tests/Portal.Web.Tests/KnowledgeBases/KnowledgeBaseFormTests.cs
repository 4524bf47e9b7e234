using Portal.KnowledgeBases.Making;
using Xunit;

namespace Portal.Web.KnowledgeBases;

public class KnowledgeBaseFormTests
{
    [Fact]
    public void ToPlan_OpenSearchServerless_IsSound() => Assert.Empty(SpecRules.Check(OpenSearch().ToPlan().KnowledgeBase));

    [Theory]
    [InlineData(nameof(KnowledgeBaseForm.Name), "")]
    [InlineData(nameof(KnowledgeBaseForm.Name), "two__underscores")]
    [InlineData(nameof(KnowledgeBaseForm.RoleArn), "arn:aws:iam::1:role/x")]
    [InlineData(nameof(KnowledgeBaseForm.CollectionArn), "arn:aws:aoss:us-east-1:000000000000:collection/AB")]
    [InlineData(nameof(KnowledgeBaseForm.EmbeddingModelArn), "titan embed")]
    public void ToPlan_WithAWrongField_NamesThatField(string property, string value)
    {
        var form = OpenSearch();
        typeof(KnowledgeBaseForm).GetProperty(property)!.SetValue(form, value);
        Assert.Equal(property, Assert.Single(SpecRules.Check(form.ToPlan().KnowledgeBase)).Field);
    }

    [Fact]
    public void Choose_Aurora_TakesItsUsualColumns()
    {
        var form = OpenSearch();
        form.Choose(StoreKind.Aurora);
        Assert.Equal(("embedding", "chunks", "metadata"), (form.VectorField, form.TextField, form.MetadataField));
        (form.ResourceArn, form.CredentialsSecretArn, form.DatabaseName) =
            ("arn:aws:rds:us-east-1:000000000000:cluster:vectors", "arn:aws:secretsmanager:us-east-1:000000000000:secret:vectors-AbCdEf", "kb");
        Assert.Empty(SpecRules.Check(form.ToPlan().KnowledgeBase));
    }

    [Theory]
    [InlineData("arn:aws:s3vectors:us-east-1:000000000000:bucket/b/index/i", null, null, null)]
    [InlineData(null, "arn:aws:s3vectors:us-east-1:000000000000:bucket/b", "chunks", null)]
    [InlineData(null, null, null, nameof(KnowledgeBaseForm.VectorBucketArn))]
    [InlineData(null, "arn:aws:s3vectors:us-east-1:000000000000:bucket/b", "x", nameof(KnowledgeBaseForm.IndexName))]
    [InlineData("arn:aws:s3vectors:us-east-1:000000000000:bucket/b/index/i", null, "chunks", nameof(KnowledgeBaseForm.IndexArn))]
    public void ToPlan_S3Vectors_WantsOneWayToNameTheIndex(string? index, string? bucket, string? name, string? field)
    {
        var form = OpenSearch();
        form.Choose(StoreKind.S3Vectors);
        (form.IndexArn, form.VectorBucketArn, form.IndexName) = (index, bucket, name);
        Assert.Equal(field, SpecRules.Check(form.ToPlan().KnowledgeBase).Select(finding => finding.Field).FirstOrDefault());
    }

    [Theory]
    [InlineData(ChunkingKind.Hierarchical, 300, 300, nameof(DataSourceForm.ChildMaxTokens))]
    [InlineData(ChunkingKind.Hierarchical, 1500, 300, null)]
    public void ToSpec_Hierarchical_WantsChildrenSmallerThanParents(ChunkingKind kind, int parent, int child, string? field)
    {
        var form = new DataSourceForm { Name = "documents", Bucket = "docs", Prefix = "customer-data/", Chunking = kind, ParentMaxTokens = parent, ChildMaxTokens = child };
        Assert.Equal(field, SpecRules.Check(form.ToSpec()).Select(finding => finding.Field).FirstOrDefault());
    }

    private static KnowledgeBaseForm OpenSearch() => new()
    {
        Name = "kb-customers",
        RoleArn = "arn:aws:iam::000000000000:role/BedrockKnowledgeBase",
        CollectionArn = "arn:aws:aoss:us-east-1:000000000000:collection/abc123",
    };
}
