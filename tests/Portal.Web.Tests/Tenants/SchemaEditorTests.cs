using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Portal.Tenants;
using Portal.Web.Ui;
using Xunit;

namespace Portal.Web.Tenants;

public sealed class SchemaEditorTests : UiTest
{
    [Fact]
    public void Add_ThenTypeAndRemove_ChangesTheRows()
    {
        var rows = new List<FieldRow>();
        var editor = RenderEditor(rows);

        editor.Find("button:contains('Add attribute')").Click();
        editor.Find(".schema-row input.input-mono").Change("region");
        editor.Find(".schema-row select").Change("1");

        var row = Assert.Single(rows);
        Assert.Equal(("region", MetadataType.Number, false), (row.Key, row.Type, row.CanHaveChoices));
        Assert.True(editor.FindAll(".schema-row input[disabled]").Count == 1);

        editor.Find("button[aria-label='Remove attribute 1']").Click();
        Assert.Empty(rows);
    }

    [Fact]
    public void TheTenantAttribute_IsShownLocked()
    {
        var editor = RenderEditor([]);
        Assert.Contains("CustomerA", editor.Find(".input-locked").TextContent, StringComparison.Ordinal);
        Assert.Empty(editor.FindAll(".schema-row"));
    }

    private IRenderedComponent<EditForm> RenderEditor(List<FieldRow> rows) => Render<EditForm>(form => form
        .Add(edit => edit.Model, new TenantForm())
        .Add(edit => edit.ChildContent, _ => builder =>
        {
            builder.OpenComponent<SchemaEditor>(0);
            builder.AddAttribute(1, nameof(SchemaEditor.Rows), rows);
            builder.AddAttribute(2, nameof(SchemaEditor.AttributeKey), "customer");
            builder.AddAttribute(3, nameof(SchemaEditor.AttributeValue), "CustomerA");
            builder.CloseComponent();
        }));
}
