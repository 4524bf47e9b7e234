using System.Buffers;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Portal.LocalCloud.Pipeline;

/// <summary>
/// Lets one plain port speak both HTTP/1.1 and HTTP/2. Kestrel chooses by what TLS negotiated and, without TLS, never HTTP/2 where HTTP/1.1 is
/// also allowed; but AWS's JavaScript clients for streaming services open with HTTP/2. A connection that begins with its preface is
/// therefore presented as if h2 had been negotiated.
/// </summary>
internal static class PriorKnowledge
{
    private static ReadOnlySpan<byte> Preface => "PRI * HTTP/2.0\r\n"u8;

    public static void Accept(ListenOptions listen) => listen.Use(next => async connection =>
    {
        if (await OpensWithPrefaceAsync(connection))
            connection.Features.Set<ITlsApplicationProtocolFeature>(new Negotiated());
        await next(connection);
    });

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

    private sealed class Negotiated : ITlsApplicationProtocolFeature
    {
        public ReadOnlyMemory<byte> ApplicationProtocol { get; } = "h2"u8.ToArray();
    }
}
