using System.Buffers;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Portal.LocalCloud.Pipeline;

/// <summary>
/// Lets one plain port speak both HTTP/1.1 and HTTP/2. Without TLS, Kestrel serves only one of them on a port; but AWS's JavaScript clients of
/// streaming services open with HTTP/2 on the port where all others speak HTTP/1.1. So there is a second, inner listener for HTTP/2, and a
/// connection that begins with its preface is handed to what serves that one.
/// </summary>
internal static class PriorKnowledge
{
    private static ReadOnlySpan<byte> Preface => "PRI * HTTP/2.0\r\n"u8;

    /// <summary>The address of <paramref name="port"/> becomes the last of the server's addresses.</summary>
    public static void Listen(KestrelServerOptions kestrel, int port)
    {
        ConnectionDelegate? http2 = null;
        kestrel.Listen(IPAddress.Loopback, 0, inner =>
        {
            inner.Protocols = HttpProtocols.Http2;
            inner.Use(next => http2 = next);
        });
        kestrel.Listen(IPAddress.Loopback, port, outer =>
        {
            outer.Protocols = HttpProtocols.Http1;
            outer.Use(next => async connection => await (await OpensWithPrefaceAsync(connection) ? http2! : next)(connection));
        });
    }

    private static async Task<bool> OpensWithPrefaceAsync(ConnectionContext connection)
    {
        var input = connection.Transport.Input;
        while (true)
        {
            var result = await input.ReadAsync(connection.ConnectionClosed);
            var length = (int)Math.Min(result.Buffer.Length, Preface.Length);
            var matches = Matches(result.Buffer.Slice(0, length));
            var decided = !matches || length == Preface.Length || result.IsCompleted;
            input.AdvanceTo(result.Buffer.Start, decided ? result.Buffer.Start : result.Buffer.End);
            if (decided)
                return matches && length == Preface.Length;
        }
    }

    private static bool Matches(ReadOnlySequence<byte> start)
    {
        Span<byte> bytes = stackalloc byte[(int)start.Length];
        start.CopyTo(bytes);
        return Preface.StartsWith(bytes);
    }
}
