using Portal.Access;
using Portal.LocalCloud.Pipeline;
using Portal.Operations;
using Portal.Testing;
using Xunit;

namespace Portal.Tenants;

public sealed class OnboardingTests : IAsyncLifetime
{
    private readonly OnboardingStage stage = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TenantDirectory Directory => stage.Portal.Get<TenantDirectory>();

    public ValueTask InitializeAsync() => stage.InitializeAsync();

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task Onboard_ASharedTenant_MakesFoldersAndTheSharedSourceAndActivatesIt()
    {
        var wish = OnboardingStage.Wish("CustomerA");

        var operation = await stage.OnboardAsync(wish, Cancellation);

        Assert.Equal((OperationStatus.Succeeded, null), (operation.Status, operation.Problem));
        var tenant = Assert.Single(await Directory.ListAsync(Actor.Portal, Cancellation));
        Assert.Equal((TenantState.Active, "customer-data/CustomerA/", "CustomerA"), (tenant.State, tenant.Prefix, tenant.AttributeValue));
        Assert.Equal(stage.KnowledgeBaseId, tenant.KnowledgeBaseId);
        Assert.Equal(["customer-data/CustomerA/", "customer-data/CustomerA/policies/", "customer-data/CustomerA/procedures/"], await stage.KeysAsync());
        var source = Assert.Single(await SourcesAsync());
        Assert.Equal(("customer-data", tenant.DataSourceId), (source.Name, source.Id));
    }

    [Fact]
    public async Task Onboard_ASecondSharedTenant_UsesTheSameSource()
    {
        await stage.OnboardAsync(OnboardingStage.Wish("CustomerA"), Cancellation);
        await stage.OnboardAsync(OnboardingStage.Wish("CustomerB"), Cancellation);

        Assert.Single((await Directory.ListAsync(Actor.Portal, Cancellation)).Select(tenant => tenant.DataSourceId).Distinct());
        Assert.Single(await SourcesAsync());
    }

    [Fact]
    public async Task Onboard_WithOwnSources_TakesFiveAndRefusesTheSixth()
    {
        for (var number = 1; number <= 5; number++)
            Assert.Equal(OperationStatus.Succeeded, (await stage.OnboardAsync(OnboardingStage.Wish($"Tenant{number}", KnowledgeBaseSharing.OwnDataSource), Cancellation)).Status);

        var sixth = OnboardingStage.Wish("Tenant6", KnowledgeBaseSharing.OwnDataSource);
        var plan = await stage.Portal.Get<TenantOnboarding>().PlanAsync(Actor.Portal, sixth, Cancellation);
        Assert.False(plan.IsClear);
        Assert.Contains(plan.Checks, check => check.Verdict == CheckVerdict.Failed && check.Sentence.Contains("allows 5", StringComparison.Ordinal));

        var operation = await stage.OnboardAsync(sixth, Cancellation);
        Assert.Equal((OperationStatus.Failed, "TooManyDataSources"), (operation.Status, operation.Problem?.Code));
    }

    [Fact]
    public async Task Onboard_WithItsOwnSourceBesideASharedOne_IsRefusedBecauseItWouldBeIndexedTwice()
    {
        await stage.OnboardAsync(OnboardingStage.Wish("CustomerA"), Cancellation);
        var operation = await stage.OnboardAsync(OnboardingStage.Wish("CustomerB", KnowledgeBaseSharing.OwnDataSource), Cancellation);
        Assert.Equal((OperationStatus.Failed, "SourcesOverlap"), (operation.Status, operation.Problem?.Code));
    }

    [Fact]
    public async Task Onboard_WithANewKnowledgeBase_MakesItAndUndoesItWhenAskedTo()
    {
        var wish = OnboardingStage.Wish("CustomerC", KnowledgeBaseSharing.OwnKnowledgeBase) with { NewKnowledgeBase = OnboardingStage.Spec("customer-c") };
        stage.Portal.Cloud.Faults.Arm(new ArmedFault { On = "CreateDataSource", Kind = FaultKind.Deny });
        var failed = await stage.OnboardAsync(wish, Cancellation);
        Assert.Equal((OperationStatus.Failed, "AccessDeniedException"), (failed.Status, failed.Problem?.Code));
        stage.Portal.Cloud.Faults.Clear();

        await stage.Portal.Get<OperationDesk>().CancelAsync(Actor.Portal, failed.Id, Cancellation);

        var undone = await Eventually.HoldsAsync(() => stage.Portal.Get<OperationDesk>().GetAsync(Actor.Portal, failed.Id), operation => operation.Status == OperationStatus.Undone, "it is undone", Cancellation);
        Assert.Null(undone.Problem);
        Assert.Empty(await stage.KeysAsync());
        Assert.Empty(await Directory.ListAsync(Actor.Portal, Cancellation));
        Assert.Single((await stage.Aws.BedrockAgent.ListKnowledgeBasesAsync(new(), Cancellation)).KnowledgeBaseSummaries!);
    }

    [Fact]
    public async Task Resume_AfterAFailure_GoesOnWithoutMakingAnythingTwice()
    {
        var wish = OnboardingStage.Wish("CustomerA");
        stage.Portal.Cloud.Faults.Arm(new ArmedFault { On = "CreateDataSource", Kind = FaultKind.Deny });
        var failed = await stage.OnboardAsync(wish, Cancellation);
        Assert.Equal(OperationStatus.Failed, failed.Status);
        stage.Portal.Cloud.Faults.Clear();

        await stage.Portal.Get<OperationDesk>().ResumeAsync(Actor.Portal, failed.Id, Cancellation);

        Assert.Equal(OperationStatus.Succeeded, (await stage.EndAsync(failed.Id, Cancellation)).Status);
        Assert.Single(await SourcesAsync());
        Assert.Equal(3, (await stage.KeysAsync()).Length);
    }

    [Fact]
    public async Task Onboard_WhenTheAnswerOfTheCreationIsLost_HasOneSourceInTheEnd()
    {
        stage.Portal.Cloud.Faults.Arm(new ArmedFault { On = "CreateDataSource", Kind = FaultKind.DropResponse, Times = 1 });
        Assert.Equal(OperationStatus.Succeeded, (await stage.OnboardAsync(OnboardingStage.Wish("CustomerA"), Cancellation)).Status);
        Assert.Single(await SourcesAsync());
    }

    [Fact]
    public async Task Undo_LeavesWhatWasThereBefore()
    {
        await stage.Aws.S3.PutObjectAsync(new() { BucketName = OnboardingStage.Bucket, Key = "customer-data/CustomerA/policies/", ContentBody = "" }, Cancellation);
        await stage.OnboardAsync(OnboardingStage.Wish("CustomerB"), Cancellation);
        stage.Portal.Cloud.Faults.Arm(new ArmedFault { On = "GetDataSource", Kind = FaultKind.Deny });
        var failed = await stage.OnboardAsync(OnboardingStage.Wish("CustomerA"), Cancellation);
        Assert.Equal(OperationStatus.Failed, failed.Status);
        stage.Portal.Cloud.Faults.Clear();

        await stage.Portal.Get<OperationDesk>().CancelAsync(Actor.Portal, failed.Id, Cancellation);
        await Eventually.HoldsAsync(() => stage.Portal.Get<OperationDesk>().GetAsync(Actor.Portal, failed.Id), operation => operation.Status == OperationStatus.Undone, "it is undone", Cancellation);

        Assert.Equal(["customer-data/CustomerA/policies/"], await stage.KeysAsync("customer-data/CustomerA/"));
        Assert.Single(await SourcesAsync());
        Assert.Equal("CustomerB", Assert.Single(await Directory.ListAsync(Actor.Portal, Cancellation)).Name);
    }

    [Fact]
    public async Task Start_WithATakenName_NamesTheField()
    {
        await stage.OnboardAsync(OnboardingStage.Wish("CustomerA"), Cancellation);
        var wish = OnboardingStage.Wish("CustomerB") with { Names = new("B", "b2", "customer-data/B/", "ＣustomerA") };
        var problem = await Assert.ThrowsAsync<PortalProblemException>(() => stage.Portal.Get<TenantOnboarding>().StartAsync(Actor.Portal, wish, Cancellation));
        Assert.Equal(("NameTaken", "AttributeValue"), (problem.Problem.Code, problem.Problem.Field));
    }

    [Theory]
    [InlineData("customer-data/Outer/", "customer-data/Outer/Inner/")]
    [InlineData("customer-data/outer/inner/", "customer-data/Outer/")]
    public async Task Record_ANestedPrefix_IsRefusedByTheDatabaseItself(string first, string second)
    {
        var register = stage.Portal.Get<TenantRegister>();
        await register.RecordAsync(OnboardingStage.Wish("One") with { Names = new("One", "one", first, "One") }, stage.Workspace.ConnectionId, Cancellation);
        var problem = await Assert.ThrowsAsync<PortalProblemException>(() =>
            register.RecordAsync(OnboardingStage.Wish("Two") with { Names = new("Two", "two", second, "Two") }, stage.Workspace.ConnectionId, Cancellation));
        Assert.Equal("Prefix", problem.Problem.Field);
    }

    [Fact]
    public async Task Plan_ChangesNothingAndNamesWhatWillBeMade()
    {
        var plan = await stage.Portal.Get<TenantOnboarding>().PlanAsync(Actor.Portal, OnboardingStage.Wish("CustomerA"), Cancellation);

        Assert.True(plan.IsClear, string.Join('\n', plan.Checks));
        Assert.Equal(["Folder", "Folder", "Folder", "Knowledge base", "Data source"], plan.Resources.Select(resource => resource.What));
        Assert.Equal(["PutObject", "PutObject", "PutObject", "CreateDataSource"], plan.Calls.Select(call => call.Operation));
        Assert.Contains(plan.Checks, check => check.Verdict == CheckVerdict.CannotBeChecked);
        Assert.Empty(await stage.KeysAsync());
        Assert.Empty(await SourcesAsync());
    }

    [Theory]
    [InlineData(PortalRole.Operator)]
    [InlineData(PortalRole.Viewer)]
    public async Task Start_WithoutTheRight_IsForbidden(PortalRole role)
    {
        var actor = new Actor(Guid.NewGuid(), "o@example.org", role, new HashSet<Guid>());
        var problem = await Assert.ThrowsAsync<PortalProblemException>(() => stage.Portal.Get<TenantOnboarding>().StartAsync(actor, OnboardingStage.Wish("CustomerA"), Cancellation));
        Assert.Equal(ProblemKind.Forbidden, problem.Problem.Kind);
    }

    [Fact]
    public async Task Suspend_ATenant_KeepsReadingAndRefusesWriting()
    {
        var scope = await stage.TenantAsync("CustomerA", Cancellation);
        var editor = stage.Portal.Get<TenantEditor>();
        await editor.SuspendAsync(Actor.Portal, scope.Tenant.Slug, Cancellation);

        await Directory.ScopeAsync(Actor.Portal, scope.Tenant.Slug, Permission.ReadTenant, Cancellation);
        var problem = await Assert.ThrowsAsync<PortalProblemException>(() => Directory.ScopeAsync(Actor.Portal, scope.Tenant.Slug, Permission.WriteDocuments, Cancellation));
        Assert.Equal("TenantSuspended", problem.Problem.Code);
        await Assert.ThrowsAsync<PortalProblemException>(() => editor.SuspendAsync(Actor.Portal, scope.Tenant.Slug, Cancellation));

        await editor.ActivateAsync(Actor.Portal, scope.Tenant.Slug, Cancellation);
        await Directory.ScopeAsync(Actor.Portal, scope.Tenant.Slug, Permission.WriteDocuments, Cancellation);
    }

    [Fact]
    public async Task Save_NameFoldersAndSchema_KeepsThemAndRefusesABadOne()
    {
        var scope = await stage.TenantAsync("CustomerA", Cancellation);
        var editor = stage.Portal.Get<TenantEditor>();
        await editor.SaveAsync(Actor.Portal, scope.Tenant.Slug, new("Customer A", ["guides"], [new("region", MetadataType.String, AllowedValues: ["Europe"])]), Cancellation);

        var saved = Assert.Single(await Directory.ListAsync(Actor.Portal, Cancellation));
        Assert.Equal(("Customer A", "guides", "Europe"), (saved.Name, saved.Folders.Single(), saved.Schema.Single().AllowedValues!.Single()));
        var problem = await Assert.ThrowsAsync<PortalProblemException>(() => editor.SaveAsync(Actor.Portal, scope.Tenant.Slug, new("A", ["../x"], []), Cancellation));
        Assert.Equal("Folders[0]", problem.Problem.Field);
    }

    private async Task<IReadOnlyList<SourceFact>> SourcesAsync() =>
        await stage.Portal.Get<SourceArranger>().ListAsync(await stage.Portal.Get<Aws.ConnectionGuard>().CurrentAsync(Cancellation), stage.KnowledgeBaseId, Cancellation);
}
