using Microsoft.AspNetCore.Components;
using Portal.Access;
using Portal.Aws;
using Portal.KnowledgeBases;
using Portal.Settings;
using Portal.Web.Access;
using Portal.Web.Ui.Code;
using Portal.Web.Ui.Forms;

namespace Portal.Web.KnowledgeBases;

/// <summary>Makes a knowledge base, with a data source if wanted.</summary>
public sealed partial class CreateKnowledgeBasePage(KnowledgeBaseCatalog catalog, WorkspaceStore workspaces, ConnectionGuard connections, CurrentActor current, NavigationManager navigation)
    : ComponentBase
{
    private static readonly Choice<StoreKind>[] Stores =
    [
        new(StoreKind.OpenSearchServerless, "OpenSearch Serverless", "All filter operators, hybrid search."),
        new(StoreKind.Aurora, "Aurora PostgreSQL", "pgvector in a table of yours; hybrid search, and SQL to look with."),
        new(StoreKind.S3Vectors, "S3 Vectors", "The least cost; fewer filter operators, small metadata."),
    ];

    private AwsConnection? connection;

    private async Task<KnowledgeBaseForm> LoadAsync(CancellationToken cancellation)
    {
        (await current.GetAsync(cancellation)).Demand(Permission.ManageKnowledgeBases);
        connection = await connections.CurrentAsync(cancellation);
        return KnowledgeBaseForm.From(await workspaces.FindAsync(connection, cancellation));
    }

    private async Task CreateAsync(KnowledgeBaseForm form, CancellationToken cancellation)
    {
        var operation = await catalog.MakeAsync(await current.GetAsync(cancellation), form.ToPlan(), cancellation);
        navigation.NavigateTo($"/operations/{operation}");
    }

    private List<CodeSample> Samples(KnowledgeBaseForm form) =>
        [.. CallCode.Of(form.ToPlan().KnowledgeBase.ToRequest(connection!)).Select(sample => new CodeSample(sample.Language, sample.Text))];
}
