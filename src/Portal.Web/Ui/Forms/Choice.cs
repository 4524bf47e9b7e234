namespace Portal.Web.Ui.Forms;

/// <summary>One value to choose.</summary>
/// <param name="Detail">What choosing it means, where there is room to say so.</param>
/// <param name="Why">Why it cannot be chosen now; null when it can.</param>
public sealed record Choice<TValue>(TValue Value, string Text, string? Detail = null, string? Why = null);
