using Portal.Access;
using Portal.Web.Ui;

namespace Portal.Web.Overview;

/// <summary>Audit entries in a few words.</summary>
public static class ActivityWords
{
    private static readonly Dictionary<string, string> Known = new()
    {
        ["setup"] = "Portal set up by {0}",
        ["sign-in"] = "{0} signed in",
        ["sign-in.refused"] = "Sign-in refused for {0}",
        ["sign-out"] = "{0} signed out",
        ["workspace.save"] = "Workspace saved, bucket {0}",
        ["tenant.onboard"] = "Tenant {0} onboarded",
        ["tenant.onboard.undo"] = "Onboarding of {0} undone",
        ["tenant.edit"] = "Tenant {0} edited",
        ["tenant.suspend"] = "Tenant {0} suspended",
        ["tenant.activate"] = "Tenant {0} made active",
        ["tenant.ask"] = "Asked as {0}",
        ["document.upload"] = "{0} uploaded",
        ["document.replace"] = "{0} replaced",
        ["document.metadata"] = "Sidecar of {0} saved",
        ["document.download"] = "{0} downloaded",
        ["document.delete"] = "{0} deleted",
        ["folder.create"] = "Folder {0} made",
        ["knowledge-base.create"] = "Knowledge base {0} created",
        ["knowledge-base.delete"] = "Knowledge base {0} deleted",
        ["knowledge-base.sync"] = "Sync {0} started",
        ["data-source.create"] = "Data source {0} created",
        ["data-source.delete"] = "Data source {0} deleted",
        ["user.add"] = "User {0} added",
        ["user.change"] = "User {0} changed",
        ["user.disable"] = "User {0} disabled",
        ["user.enable"] = "User {0} enabled",
        ["user.password"] = "Password of {0} set",
    };

    /// <summary>What happened; an action without words of its own is shown as it is named.</summary>
    public static string Sentence(AuditEntry entry) =>
        Known.TryGetValue(entry.Action, out var words) ? words.Replace("{0}", Short(entry.Subject), StringComparison.Ordinal) : $"{entry.Action}: {Short(entry.Subject)}";

    /// <summary>Whether the sentence already says who it was.</summary>
    public static bool NamesActor(AuditEntry entry) => Sentence(entry).Contains(entry.Email, StringComparison.OrdinalIgnoreCase);

    /// <summary>The icon of what it was done to.</summary>
    public static IconName IconOf(string action) => action.Split('.', '-')[0] switch
    {
        "document" or "folder" => IconName.Folder,
        "tenant" => IconName.Tenants,
        "knowledge" or "data" => IconName.Book,
        "user" or "sign" or "setup" => IconName.User,
        "workspace" => IconName.Gear,
        _ => IconName.List,
    };

    /// <summary>Of a key, the last part: its folder is on the documents page.</summary>
    private static string Short(string subject) => subject.TrimEnd('/').Split('/')[^1];
}
