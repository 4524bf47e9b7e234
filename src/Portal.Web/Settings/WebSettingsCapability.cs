using Portal.Access;
using Portal.Web.Shell;
using Portal.Web.Ui;

namespace Portal.Web.Settings;

public static class WebSettingsCapability
{
    /// <summary>The settings pages in the navigation.</summary>
    public static IServiceCollection AddWebSettings(this IServiceCollection services) => services.AddNav(
        new NavEntry("Settings", "/settings", IconName.Gear, NavGroup.Portal, Order: 90, Needs: Permission.ReadSettings, Words: "workspace bucket connection account preflight policy iam permissions"),
        new NavEntry("Users", "/settings/users", IconName.User, NavGroup.Portal, Order: 91, Needs: Permission.ManageUsers, Words: "roles operators administrators access"));
}
