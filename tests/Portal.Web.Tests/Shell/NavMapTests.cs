using Portal.Access;
using Portal.Web.Ui;
using Xunit;

namespace Portal.Web.Shell;

public sealed class NavMapTests
{
    private static readonly NavMap _map = new([
        new("Settings", "/settings", IconName.Gear, NavGroup.Portal, 9, Permission.ReadSettings),
        new("Tenants", "/tenants", IconName.Tenants, NavGroup.Tenants, 0, Permission.ReadTenant),
        new("New tenant", "/tenants/new", IconName.Plus, NavGroup.Tenants, 1, Permission.ManageTenants),
        new("Overview", "/", IconName.Overview, NavGroup.Top),
    ]);

    [Theory]
    [InlineData(PortalRole.Administrator, "Overview,Tenants,New tenant,Settings")]
    [InlineData(PortalRole.Viewer, "Overview,Tenants,Settings")]
    [InlineData(PortalRole.Operator, "Overview,Tenants")]
    public void For_ARole_ListsInOrderWhatItMayOpen(PortalRole role, string expected) =>
        Assert.Equal(expected, string.Join(',', _map.For(new Actor(Guid.NewGuid(), "a@b", role, new HashSet<Guid>())).Select(entry => entry.Title)));

    [Fact]
    public void For_Nobody_IsEmpty() => Assert.Empty(_map.For(null));

    [Theory]
    [InlineData("/", "Overview")]
    [InlineData("/tenants", "Tenants")]
    [InlineData("/tenants/customera/documents", "Tenants")]
    [InlineData("/tenants/new", "New tenant")]
    [InlineData("/tenantsmore", "")]
    public void IsCurrent_OfAPath_IsTheNearestEntryOnly(string path, string expected)
    {
        var all = _map.For(Actor.Portal);
        Assert.Equal(expected, string.Join(',', all.Where(entry => _map.IsCurrent(entry, path)).Select(entry => entry.Title)));
    }
}
