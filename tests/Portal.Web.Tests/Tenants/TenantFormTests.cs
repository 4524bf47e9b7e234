using Portal.Tenants;
using Xunit;

namespace Portal.Web.Tenants;

public sealed class TenantFormTests
{
    [Fact]
    public void Propose_FollowsTheNameUntilSomeoneTypes()
    {
        var form = new TenantForm { Name = "Alder" };
        form.Propose("customer-data/");
        Assert.Equal(("alder", "customer-data/Alder/", "Alder"), (form.Slug, form.Prefix, form.AttributeValue));

        form.Slug = "mine";
        form.Name = "Alder Health";
        form.Propose("customer-data/");

        Assert.Equal(("mine", "customer-data/Alder-Health/", "Alder-Health"), (form.Slug, form.Prefix, form.AttributeValue));
    }

    [Fact]
    public void ToWish_ReadsFoldersFieldsAndChoices()
    {
        var form = new TenantForm { Name = "A", Sharing = KnowledgeBaseSharing.OwnDataSource, KnowledgeBaseId = "KB00000001" };
        form.Folders.Clear();
        form.Folders.Add(new FolderRow { Path = " /guides/ " });
        form.Fields.Add(new FieldRow { Key = " region ", Choices = "North America, Europe\nAsia", Required = true });
        form.Fields.Add(new FieldRow { Key = "year", Type = MetadataType.Number, Choices = "left from before" });

        var wish = form.ToWish();

        Assert.Equal(["guides"], wish.Folders);
        Assert.Equal(["North America", "Europe", "Asia"], wish.Schema[0].AllowedValues!);
        Assert.True(wish.Schema[0].Required);
        Assert.Null(wish.Schema[1].AllowedValues);
        Assert.Equal("KB00000001", wish.KnowledgeBaseId);
    }

    [Fact]
    public void Locate_AProblemOfARow_FindsThatRow()
    {
        var form = new TenantForm();
        form.Fields.AddRange([new FieldRow(), new FieldRow()]);
        Assert.Same(form.Fields[1], form.Locate("Schema[1]")?.Model);
        Assert.Same(form.Folders[0], form.Locate("Folders[0]")?.Model);
        Assert.Equal(nameof(TenantForm.Slug), form.Locate("Slug")?.FieldName);
        Assert.Same(form.Store, form.Locate("NewKnowledgeBase.RoleArn")?.Model);
        Assert.Null(form.Locate("Elsewhere"));
        Assert.Equal((1, 2, 3), (TenantForm.StepOf("Prefix"), TenantForm.StepOf("Schema[0]"), TenantForm.StepOf("KnowledgeBaseId")));
    }
}
