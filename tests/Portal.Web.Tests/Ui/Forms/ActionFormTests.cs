using Bunit;
using Xunit;

namespace Portal.Web.Ui.Forms;

public sealed class ActionFormTests : UiTest
{
    private readonly List<string?> _saved = [];
    private readonly TenantForm.Input _input = new();

    [Fact]
    public void Submit_OfAnInvalidForm_ShowsTheErrorUnderItsFieldAndSavesNothing()
    {
        var form = Show();
        form.Find("form").Submit();
        var slug = Labelled(form, "Slug");
        Assert.Equal("true", slug.GetAttribute("aria-invalid"));
        var error = form.Find("#" + slug.GetAttribute("aria-describedby")!.Split(' ')[0]);
        Assert.Equal("Enter a slug.", error.TextContent.Trim());
        Assert.Empty(_saved);
    }

    [Fact]
    public void Submit_OfAValidForm_SavesOnceAndSaysSo()
    {
        var running = new TaskCompletionSource();
        var form = Show(async () => await running.Task);
        Labelled(form, "Slug").Change("customera");
        form.Find("form").Submit();
        form.Find("form").Submit();
        Assert.Equal("true", form.Find("button[type=submit]").GetAttribute("aria-busy"));
        running.SetResult();
        form.WaitForAssertion(() => Assert.Equal("Saved", form.Find("[role=status]").TextContent.Trim()));
        Assert.Equal(["customera"], _saved);
    }

    [Fact]
    public void Submit_ThatIsRefusedForAField_PutsTheSentenceThere()
    {
        var form = Show(() => throw new PortalProblemException(new("NameTaken", "The slug is taken.", "Choose another.", Field: "Slug")));
        Labelled(form, "Slug").Change("taken");
        form.Find("form").Submit();
        form.WaitForAssertion(() => Assert.Equal("The slug is taken. Choose another.", form.Find(".field-error").TextContent.Trim()));
        Assert.Empty(form.FindAll("[role=alert]"));
        Labelled(form, "Slug").Change("free");
        Assert.Empty(form.FindAll(".field-error"));
    }

    [Fact]
    public void Submit_ThatIsRefusedForNoField_ShowsTheProblem()
    {
        var form = Show(() => throw new PortalProblemException(Refusal));
        Labelled(form, "Slug").Change("a");
        form.Find("form").Submit();
        form.WaitForAssertion(() => Assert.Contains("req-1", form.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1899")]
    [InlineData("2101")]
    [InlineData("soon")]
    public void Number_OutOfBounds_SaysTheBounds(string typed)
    {
        var form = Show();
        Labelled(form, "Year").Change(typed);
        Assert.Equal("Enter a number from 1900 to 2100.", form.Find(".field-error").TextContent.Trim());
        Assert.Null(_input.Year);
    }

    [Fact]
    public void Fields_WhenChanged_WriteTheModel()
    {
        var form = Show();
        Labelled(form, "Year").Change("2022");
        Labelled(form, "Region").Change("1");
        Labelled(form, "Sample").Change(true);
        form.FindAll("input[type=radio]")[1].Change("on");
        Assert.Equal((2022, "eu", true, true), (_input.Year, _input.Region, _input.Sample, _input.Own));
    }

    [Fact]
    public void Select_WithARefusedChoice_SaysWhy()
    {
        var option = Show().FindAll("option").Single(candidate => candidate.TextContent.Contains("Elsewhere", StringComparison.Ordinal));
        Assert.True(option.HasAttribute("disabled"));
        Assert.Equal("Elsewhere (not covered)", option.TextContent);
    }

    [Fact]
    public void Locked_HasNoControl()
    {
        var group = Show().Find("[role=group]");
        Assert.Empty(group.QuerySelectorAll("input, select, textarea"));
        Assert.Contains("Set by the tenant.", group.TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<TenantForm> Show(Func<Task>? save = null) => Render<TenantForm>(p => p
        .Add(x => x.Form, _input)
        .Add(x => x.OnSubmit, async (input, _) =>
        {
            if (save is not null) await save();
            _saved.Add(input.Slug);
        }));

    private static AngleSharp.Dom.IElement Labelled(IRenderedComponent<TenantForm> form, string label)
    {
        var element = form.FindAll("label").First(candidate => candidate.TextContent.StartsWith(label, StringComparison.Ordinal));
        return form.Find("#" + element.GetAttribute("for"));
    }
}
