using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Portal.LocalCloud.Pipeline;

/// <summary>
/// Faults and seen actions for tests that run LocalCloud as its own process. Not part of AWS, hence the underscore, which no bucket name may
/// begin with. The secret access key is the bearer token.
/// </summary>
internal sealed class ControlEndpoint(LocalCloudOptions options, FaultBench bench, ActionLog actions)
{
    public const string Prefix = "/_localcloud/";

    public async Task HandleAsync(HttpContext http)
    {
        var given = Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString());
        if (!CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes($"Bearer {options.SecretAccessKey}")))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        switch (http.Request.Method, http.Request.Path.Value)
        {
            case ("GET", "/_localcloud/faults"):
                await http.Response.WriteAsJsonAsync(bench.Current(), http.RequestAborted);
                break;
            case ("POST", "/_localcloud/faults"):
                await ArmAsync(http);
                break;
            case ("DELETE", "/_localcloud/faults"):
                bench.Clear();
                http.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            case ("GET", "/_localcloud/actions"):
                await http.Response.WriteAsJsonAsync(actions.Seen.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(), http.RequestAborted);
                break;
            case ("DELETE", "/_localcloud/actions"):
                actions.Clear();
                http.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            default:
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    private async Task ArmAsync(HttpContext http)
    {
        try
        {
            bench.Arm(await http.Request.ReadFromJsonAsync<ArmedFault>(http.RequestAborted)
                ?? throw new System.Text.Json.JsonException("A fault is expected."));
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        catch (System.Text.Json.JsonException error)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsync(error.Message, http.RequestAborted);
        }
    }
}
