using Portal.Web.Shell;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseUrls(builder.Configuration["urls"] ?? "http://localhost:5080");

builder.Services.AddShell();

var app = builder.Build();
app.UseSecurityHeaders();
app.UseStatusCodePagesWithReExecute("/not-found");
app.UseAntiforgery();
app.MapShell();
app.Run();
