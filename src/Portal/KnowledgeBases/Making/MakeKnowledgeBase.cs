using Portal.Access;
using Portal.Operations;

namespace Portal.KnowledgeBases.Making;

/// <summary>The input of <see cref="MakeKnowledgeBase"/>.</summary>
/// <param name="KnowledgeBase">What to make.</param>
/// <param name="DataSources">Data sources to make in it, at most five.</param>
public sealed record KnowledgeBasePlan(KnowledgeBaseSpec KnowledgeBase, IReadOnlyList<DataSourceSpec> DataSources);

/// <summary>The input of <see cref="MakeDataSource"/>.</summary>
public sealed record DataSourcePlan(string KnowledgeBaseId, string KnowledgeBaseName, DataSourceSpec DataSource);

/// <summary>Makes a knowledge base, and data sources in it.</summary>
public sealed class MakeKnowledgeBase(KnowledgeBaseBuilder knowledgeBases, DataSourceBuilder dataSources) : OperationKind<KnowledgeBasePlan>
{
    public override string Name => "knowledge-base.create";

    public override Permission Needs => Permission.ManageKnowledgeBases;

    public override string Title(KnowledgeBasePlan input) => $"Create the knowledge base {input.KnowledgeBase.Name}";

    public override IReadOnlyList<OperationStep> Steps(KnowledgeBasePlan input) =>
    [
        .. knowledgeBases.Steps(input.KnowledgeBase),
        .. input.DataSources.SelectMany((source, index) => dataSources.Steps(source, context => context.Fact(KnowledgeBaseBuilder.IdFact())!, $"data-source-{index + 1}")),
    ];
}

/// <summary>Makes a data source in an existing knowledge base.</summary>
public sealed class MakeDataSource(DataSourceBuilder dataSources) : OperationKind<DataSourcePlan>
{
    public override string Name => "data-source.create";

    public override Permission Needs => Permission.ManageKnowledgeBases;

    public override string Title(DataSourcePlan input) => $"Add the data source {input.DataSource.Name} to {input.KnowledgeBaseName}";

    public override IReadOnlyList<OperationStep> Steps(DataSourcePlan input) => dataSources.Steps(input.DataSource, _ => input.KnowledgeBaseId);
}
