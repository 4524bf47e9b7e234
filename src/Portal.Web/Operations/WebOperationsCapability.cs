using Portal.Web.Shell;
using Portal.Web.Ui;

namespace Portal.Web.Operations;

public static class WebOperationsCapability
{
    /// <summary>The list of operations in the navigation.</summary>
    public static IServiceCollection AddWebOperations(this IServiceCollection services) =>
        services.AddNav(new NavEntry("Operations", "/operations", IconName.Clock, NavGroup.Portal, Order: 0, Words: "work running steps"));
}
