namespace Portal.Access;

/// <summary>The three roles, from least to most.</summary>
public enum PortalRole
{
    /// <summary>Reads tenants, usage, isolation evidence and audit; changes nothing.</summary>
    Viewer,

    /// <summary>Works in the tenants he is bound to, and sees no other.</summary>
    Operator,

    /// <summary>Does everything.</summary>
    Administrator,
}

/// <summary>What can be allowed. Tenant permissions are asked together with a tenant.</summary>
public enum Permission
{
    /// <summary>See a tenant, its folders and documents' names.</summary>
    ReadTenant,

    /// <summary>Upload, download, delete documents and edit their metadata.</summary>
    WriteDocuments,

    /// <summary>Read a document's content, ask questions as the tenant.</summary>
    AskAsTenant,

    /// <summary>Start and stop a sync of the tenant's data source.</summary>
    SyncTenant,

    /// <summary>Onboard, edit, suspend tenants.</summary>
    ManageTenants,

    /// <summary>See knowledge bases and their sync history.</summary>
    ReadKnowledgeBases,

    /// <summary>Create knowledge bases and data sources.</summary>
    ManageKnowledgeBases,

    /// <summary>See the settings of the workspace.</summary>
    ReadSettings,

    /// <summary>Change the settings of the workspace.</summary>
    ManageSettings,

    /// <summary>Invite users, give roles and tenants, disable.</summary>
    ManageUsers,

    /// <summary>See every tenant's operations.</summary>
    ReadOperations,

    /// <summary>See the audit of every tenant.</summary>
    ReadAudit,
}
