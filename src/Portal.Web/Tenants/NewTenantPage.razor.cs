using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Portal.KnowledgeBases;
using Portal.Operations;
using Portal.Settings;
using Portal.Tenants;
using Portal.Web.Access;
using Portal.Web.Ui.Forms;

namespace Portal.Web.Tenants;

/// <summary>The onboarding wizard: names, folders and metadata, knowledge base, plan; then the durable operation, which its address keeps.</summary>
public sealed partial class NewTenantPage : ComponentBase
{
    private static readonly string[] Titles = ["Names", "Folders and metadata", "Knowledge base", "Check and start"];

    private static readonly IReadOnlyList<Choice<bool>> Making = [new(true, "Make a new one"), new(false, "Use one that exists", "One that no other tenant uses.")];

    private readonly TenantOnboarding onboarding;
    private readonly TenantDirectory directory;
    private readonly KnowledgeBaseCatalog catalog;
    private readonly CurrentActor current;
    private readonly NavigationManager navigation;
    private readonly TenantForm _form = new();
    private readonly EditContext _context;
    private readonly ValidationMessageStore _messages;
    private readonly HashSet<int> _seen = [];
    private IReadOnlyList<Choice<string?>> _knowledgeBases = [];
    private OperationRecord? _ended;
    private string? _slug;
    private int _step = 1;
    private int _planned;
    private int _checks;

    public NewTenantPage(TenantOnboarding onboarding, TenantDirectory directory, KnowledgeBaseCatalog catalog, CurrentActor current, NavigationManager navigation)
    {
        (this.onboarding, this.directory, this.catalog, this.current, this.navigation) = (onboarding, directory, catalog, current, navigation);
        _context = new EditContext(_form);
        _messages = new ValidationMessageStore(_context);
    }

    /// <summary>The running or ended onboarding.</summary>
    [SupplyParameterFromQuery(Name = "operation")] public Guid? OperationId { get; set; }

    private async Task<Workspace> LoadAsync(CancellationToken cancellation)
    {
        var actor = await current.GetAsync(cancellation);
        var workspace = await onboarding.WorkspaceAsync(actor, cancellation);
        _form.Store.Take(workspace);
        _knowledgeBases = [.. (await catalog.ListAsync(actor, cancellation)).Where(entry => entry.IsOperable).Select(entry => new Choice<string?>(entry.Id, $"{entry.Name} ({entry.Id})"))];
        _form.KnowledgeBaseId ??= workspace.KnowledgeBaseId ?? (_knowledgeBases is [var only] ? only.Value : null);
        return workspace;
    }

    private Task NamedAsync(Workspace workspace)
    {
        _form.Propose(workspace.BasePrefix);
        return CheckAsync();
    }

    private async Task CheckAsync()
    {
        // Typing goes on while the last check still runs; only the newest counts.
        var check = ++_checks;
        IReadOnlyList<PortalProblem> problems;
        try
        {
            problems = await onboarding.CheckAsync(await current.GetAsync(), _form.ToWish());
        }
        catch (PortalProblemException exception)
        {
            problems = [exception.Problem];
        }

        if (check != _checks) return;
        Show(problems);
    }

    private async Task NextAsync()
    {
        _seen.Add(_step);
        var problems = await onboarding.CheckAsync(await current.GetAsync(), _form.ToWish());
        Show(problems);
        if (problems.Any(problem => TenantForm.StepOf(problem.Field) == _step)) return;
        _step++;
        if (_step == Titles.Length) _planned++;
    }

    private void Show(IReadOnlyList<PortalProblem> problems)
    {
        _messages.Clear();
        foreach (var problem in problems)
        {
            // What nobody has come to yet is not wrong, merely empty.
            if (_form.Locate(problem.Field) is not { } field || (!_seen.Contains(TenantForm.StepOf(problem.Field)) && IsEmpty(field))) continue;
            _messages.Add(field, $"{problem.Sentence} {problem.Remedy}");
        }

        _context.NotifyValidationStateChanged();
    }

    private static bool IsEmpty(FieldIdentifier field) => field.Model.GetType().GetProperty(field.FieldName)?.GetValue(field.Model) is null or "";

    private async Task<OnboardingPlan> PlanAsync(CancellationToken cancellation) => await onboarding.PlanAsync(await current.GetAsync(cancellation), _form.ToWish(), cancellation);

    private async Task StartAsync(CancellationToken cancellation)
    {
        var id = await onboarding.StartAsync(await current.GetAsync(cancellation), _form.ToWish(), cancellation);
        navigation.NavigateTo($"{TenantLinks.New}?operation={id}", replace: true);
    }

    private async Task Ended(OperationRecord operation)
    {
        _ended = operation;
        if (operation.TenantIds is [var tenantId] && operation.Status == OperationStatus.Succeeded)
            _slug = (await directory.ListAsync(await current.GetAsync())).FirstOrDefault(tenant => tenant.Id == tenantId)?.Slug;
    }
}
