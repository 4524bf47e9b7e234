using Microsoft.AspNetCore.Components.Forms;

namespace Portal.Web.Documents;

/// <summary>The antiforgery token that the page was served with, for requests that scripts make.</summary>
internal sealed class UploadToken(AntiforgeryStateProvider antiforgery)
{
    /// <summary>ASP.NET Core's default name of the header.</summary>
    public const string Header = "RequestVerificationToken";

    public string Value => antiforgery.GetAntiforgeryToken()?.Value ?? "";
}
