namespace Portal.Web.Ui.Tables;

/// <summary>A row of the tables under test.</summary>
public sealed record Fruit(string Name, int Weight);
