namespace Portal.Web.Ui.Code;

/// <summary>One way to write a call.</summary>
/// <param name="Language">"AWS CLI", "boto3", "C#", "JSON", "SQL".</param>
public sealed record CodeSample(string Language, string Text);
