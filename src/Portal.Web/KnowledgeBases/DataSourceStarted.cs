namespace Portal.Web.KnowledgeBases;

/// <summary>The operation that makes a data source.</summary>
public sealed record DataSourceStarted(Guid Operation);
