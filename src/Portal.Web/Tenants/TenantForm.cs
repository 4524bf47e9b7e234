using System.Globalization;
using Microsoft.AspNetCore.Components.Forms;
using Portal.Tenants;

namespace Portal.Web.Tenants;

/// <summary>The onboarding as typed so far.</summary>
public sealed class TenantForm
{
    private TenantNames proposed = new("", "", "", "");

    public Guid TenantId { get; } = Guid.CreateVersion7();

    public string? Name { get; set; }

    public string? Slug { get; set; }

    public string? Prefix { get; set; }

    public string? AttributeValue { get; set; }

    public List<FolderRow> Folders { get; } = [new() { Path = "policies" }, new() { Path = "procedures" }];

    public List<FieldRow> Fields { get; } = [];

    public KnowledgeBaseSharing Sharing { get; set; }

    /// <summary>The chosen knowledge base; without meaning while a new one is made.</summary>
    public string? KnowledgeBaseId { get; set; }

    /// <summary>For a knowledge base of its own: whether it is made now.</summary>
    public bool MakeKnowledgeBase { get; set; } = true;

    public StoreForm Store { get; } = new();

    /// <summary>Whether the onboarding makes a knowledge base.</summary>
    public bool Makes => Sharing == KnowledgeBaseSharing.OwnKnowledgeBase && MakeKnowledgeBase;

    /// <summary>Fills what follows from the name, as far as nobody typed something else.</summary>
    public void Propose(string basePrefix)
    {
        var next = TenantNames.Propose(Name ?? "", basePrefix);
        if (IsFree(Slug, proposed.Slug)) Slug = next.Slug;
        if (IsFree(Prefix, proposed.Prefix)) Prefix = next.Prefix;
        if (IsFree(AttributeValue, proposed.AttributeValue)) AttributeValue = next.AttributeValue;
        if (IsFree(Store.Name, proposed.Slug)) Store.Name = next.Slug;
        proposed = next;
    }

    public OnboardTenant ToWish() => new(
        TenantId,
        new TenantNames(Name?.Trim() ?? "", Slug?.Trim() ?? "", Prefix?.Trim() ?? "", AttributeValue ?? ""),
        [.. Folders.Select(folder => folder.Path?.Trim().Trim('/') ?? "")],
        [.. Fields.Select(field => field.ToField())],
        Sharing,
        Makes ? null : KnowledgeBaseId,
        Makes ? Store.ToSpec() : null);

    /// <summary>Where a problem belongs; null when it belongs to no field of the form.</summary>
    public FieldIdentifier? Locate(string? field)
    {
        if (field is null) return null;
        if (At(field, "Folders", Folders) is { } folder) return new FieldIdentifier(folder, nameof(FolderRow.Path));
        if (At(field, "Schema", Fields) is { } row) return new FieldIdentifier(row, nameof(FieldRow.Key));
        const string store = nameof(OnboardTenant.NewKnowledgeBase) + ".";
        if (field.StartsWith(store, StringComparison.Ordinal)) return typeof(StoreForm).GetProperty(field[store.Length..]) is { } member ? new FieldIdentifier(Store, member.Name) : null;
        return typeof(TenantForm).GetProperty(field) is null ? null : new FieldIdentifier(this, field);
    }

    /// <summary>The step of the wizard that a problem belongs to.</summary>
    public static int StepOf(string? field) => field switch
    {
        nameof(Name) or nameof(Slug) or nameof(Prefix) or nameof(AttributeValue) => 1,
        not null when field.StartsWith("Folders", StringComparison.Ordinal) || field.StartsWith("Schema", StringComparison.Ordinal) => 2,
        _ => 3,
    };

    private static T? At<T>(string field, string list, List<T> rows)
        where T : class =>
        field.StartsWith(list + "[", StringComparison.Ordinal) && int.TryParse(field[(list.Length + 1)..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < rows.Count ? rows[index] : null;

    private static bool IsFree(string? typed, string proposal) => string.IsNullOrEmpty(typed) || typed == proposal;
}
