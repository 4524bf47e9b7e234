namespace Portal.Web.Ui.Page;

/// <summary>One step of the way to a page; without an address it is plain text.</summary>
public sealed record Crumb(string Text, string? Href = null);
