namespace Portal.Web.KnowledgeBases;

/// <summary>The answer of a dialog that only shows.</summary>
public sealed record SyncJobSeen;
