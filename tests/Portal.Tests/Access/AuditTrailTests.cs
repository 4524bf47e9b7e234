using Npgsql;
using Portal.Testing;
using Xunit;

namespace Portal.Access;

public sealed class AuditTrailTests(AuditTrailTests.Stage stage) : IClassFixture<AuditTrailTests.Stage>
{
    private static readonly Guid TenantA = Guid.Parse("aaaaaaaa-0000-0000-0000-000000000001");
    private static readonly Guid TenantB = Guid.Parse("bbbbbbbb-0000-0000-0000-000000000002");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Newest_ForAnOperator_HoldsHisTenantsEntriesOnly()
    {
        var trail = stage.Portal.Get<AuditTrail>();
        await trail.WriteAsync(Actor.Portal, "document.upload", "a.md", TenantA, after: new { bytes = 3 });
        await trail.WriteAsync(Actor.Portal, "document.upload", "b.md", TenantB);
        await trail.WriteAsync(Actor.Portal, "workspace.save", "bucket");
        var reader = stage.Portal.Get<AuditReader>();
        var operatorOfA = new Actor(Guid.NewGuid(), "a@example.com", PortalRole.Operator, new HashSet<Guid> { TenantA });

        var his = await reader.NewestAsync(operatorOfA, 100, cancellation: Cancellation);

        Assert.Equal("a.md", Assert.Single(his).Subject);
        Assert.Contains("\"bytes\"", his[0].After, StringComparison.Ordinal);
        Assert.Empty(await reader.NewestAsync(operatorOfA, 100, TenantB, Cancellation));
        Assert.True((await reader.NewestAsync(Actor.Portal, 100, cancellation: Cancellation)).Count >= 3);
    }

    [Theory]
    [InlineData("UPDATE audit_entry SET email = 'nobody'")]
    [InlineData("DELETE FROM audit_entry")]
    [InlineData("TRUNCATE audit_entry")]
    public async Task Change_OfWhatIsWritten_IsRefusedByTheDatabase(string sql)
    {
        await stage.Portal.Get<AuditTrail>().WriteAsync(Actor.Portal, "setup", "portal");
        await using var database = NpgsqlDataSource.Create(stage.Portal.ConnectionString);
        await using var command = database.CreateCommand(sql);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancellation));

        Assert.Contains("append-only", refusal.MessageText, StringComparison.Ordinal);
    }

    public sealed class Stage : IAsyncLifetime
    {
        public PortalFixture Portal { get; } = new();

        public ValueTask InitializeAsync() => Portal.InitializeAsync();

        public ValueTask DisposeAsync() => Portal.DisposeAsync();
    }
}
