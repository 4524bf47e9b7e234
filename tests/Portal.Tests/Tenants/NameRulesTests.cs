using FsCheck;
using FsCheck.Fluent;
using Portal.Settings;
using Xunit;

namespace Portal.Tenants;

public sealed class NameRulesTests
{
    private static readonly Workspace Workspace = new() { Bucket = "documents" };

    [Theory]
    [InlineData("customer-a")]
    [InlineData("a1")]
    [InlineData("alder-health-2")]
    public void OfSlug_OfLettersDigitsAndHyphens_IsFine(string slug) => Assert.Null(NameRules.OfSlug(slug));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("Customer")]
    [InlineData("-a-")]
    [InlineData("a--b")]
    [InlineData("new")]
    [InlineData("ä-b")]
    [InlineData("a/b")]
    [InlineData("a.b")]
    [InlineData("аcme")] // a Cyrillic a
    public void OfSlug_OfAnythingElse_SaysWhatToDo(string slug)
    {
        var problem = NameRules.OfSlug(slug);
        Assert.NotNull(problem);
        Assert.Equal("Slug", problem.Field);
        Assert.NotEqual("", problem.Remedy);
    }

    [Theory]
    [InlineData("customer-data/CustomerA/")]
    [InlineData("customer-data/eu/alder-health/")]
    [InlineData("customer-data/it's(ok)!_.*/")]
    public void OfPrefix_BelowTheBasePrefix_IsFine(string prefix) => Assert.Null(NameRules.OfPrefix(prefix, "customer-data/"));

    [Theory]
    [InlineData("", "empty")]
    [InlineData("elsewhere/CustomerA/", "does not begin with")]
    [InlineData("Customer-data/CustomerA/", "does not begin with")]
    [InlineData("customer-data/CustomerA", "does not end with a slash")]
    [InlineData("customer-data/", "base prefix itself")]
    [InlineData("customer-data//", "two slashes")]
    [InlineData("customer-data/a//b/", "two slashes")]
    [InlineData("customer-data/../CustomerB/", "\".\" or \"..\"")]
    [InlineData("customer-data/./", "\".\" or \"..\"")]
    [InlineData("customer-data/Customer A/", "characters outside")]
    [InlineData("customer-data/CustomerÄ/", "characters outside")]
    [InlineData("customer-data/a\0b/", "characters outside")]
    public void OfPrefix_ThatIsHostileOrWrong_SaysWhy(string prefix, string why) =>
        Assert.Contains(why, NameRules.OfPrefix(prefix, "customer-data/")?.Sentence, StringComparison.Ordinal);

    [Fact]
    public void OfPrefix_LongerThanAnInclusionPrefix_IsRefused() =>
        Assert.Contains("300", NameRules.OfPrefix($"customer-data/{new string('a', 290)}/", "customer-data/")?.Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(" CustomerA")]
    [InlineData("Customer\u200BA")]
    [InlineData("Customer\u202EA")]
    [InlineData("Customer\nA")]
    [InlineData("\u00AD")]
    public void OfAttributeValue_EmptyOrInvisible_IsRefused(string value) => Assert.Equal("AttributeValue", NameRules.OfAttributeValue(value)?.Field);

    [Fact]
    public void OfAttributeValue_HalfASurrogatePair_IsRefused() => Assert.Contains("Unicode", NameRules.OfAttributeValue("a\uD800")?.Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("CustomerA", "customerA")]
    [InlineData("STRASSE", "straße")]
    [InlineData("ＡＣＭＥ", "acme")]
    [InlineData("ΣΊΣΥΦΟΣ", "σίσυφος")]
    [InlineData("ﬁrma", "FIRMA")]
    [InlineData("e\u0301cole", "École")]
    [InlineData("acme\u200B", "ACME")]
    public void Fold_OfNamesThatReadAlike_IsOneForm(string one, string other) => Assert.Equal(NameFolding.Fold(one), NameFolding.Fold(other));

    [Fact]
    public void Fold_OfDifferentNames_StaysDifferent() => Assert.NotEqual(NameFolding.Fold("CustomerA"), NameFolding.Fold("CustomerB"));

    [Theory]
    [InlineData("CustomerA", "customera", "customer-data/CustomerA/", "CustomerA")]
    [InlineData("Alder Health & Söhne", "alder-health-sohne", "customer-data/Alder-Health-Sohne/", "Alder-Health-Sohne")]
    [InlineData("Bäcker Groß GmbH", "backer-gross-gmbh", "customer-data/Backer-Gross-GmbH/", "Backer-Gross-GmbH")]
    public void Propose_FromAName_GivesNamesThatWillDo(string name, string slug, string prefix, string value)
    {
        var names = TenantNames.Propose(name, "customer-data/");
        Assert.Equal(new TenantNames(name, slug, prefix, value), names);
        Assert.Empty(NameRules.Check(names, Workspace));
    }

    [Fact]
    public void CheckNames_BesideOtherTenants_FindsEachKindOfClash()
    {
        var other = Tenant("Acme", "acme", "customer-data/Acme/", "Acme");
        Assert.Equal(["Slug"], Fields(new("Other", "acme", "customer-data/Other/", "Other"), other));
        Assert.Equal(["AttributeValue"], Fields(new("Other", "other", "customer-data/Other/", "ＡＣＭＥ"), other));
        Assert.Equal(["Prefix"], Fields(new("Other", "other", "customer-data/ACME/", "Other"), other));
        Assert.Equal(["Prefix"], Fields(new("Other", "other", "customer-data/acme/inner/", "Other"), other));
        Assert.Equal(["Prefix"], Fields(new("Other", "other", "customer-data/x/", "Other"), Tenant("Deep", "deep", "customer-data/X/y/", "Deep")));
        Assert.Empty(Fields(new("Other", "other", "customer-data/Acme2/", "Acme2"), other));
    }

    [Fact]
    public void Propose_OfAnyText_NeverThrowsAndNeverLeavesTheBasePrefix() => Prop.ForAll<string>(name =>
    {
        var names = TenantNames.Propose(name ?? "", "customer-data/");
        return names.Prefix.Length == 0 || (NameRules.OfPrefix(names.Prefix, "customer-data/") is not { } problem || problem.Sentence.Contains("300", StringComparison.Ordinal));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static string[] Fields(TenantNames names, Tenant other) => [.. TenantRegister.CheckNames(names, Workspace, [other]).Select(problem => problem.Field ?? "")];

    private static Tenant Tenant(string name, string slug, string prefix, string value) => new()
    {
        Name = name,
        Slug = slug,
        Prefix = prefix,
        AttributeValue = value,
        SlugFolded = NameFolding.Fold(slug),
        PrefixFolded = NameFolding.Fold(prefix),
        AttributeValueFolded = NameFolding.Fold(value),
    };
}
