using System.Net;
using System.Net.Sockets;

namespace Zhizhuxia.Intake;

/// <summary>How <see cref="LinkFetcher"/> reaches the world: the two steps that its guard stands between.</summary>
/// <param name="Resolve">All addresses of a name.</param>
/// <param name="Connect">A stream to one address; closed by who asked for it.</param>
public sealed record LinkFetcherNetwork(Func<string, CancellationToken, Task<IPAddress[]>> Resolve, Func<IPEndPoint, CancellationToken, ValueTask<Stream>> Connect)
{
    /// <summary>The system's resolver and real sockets.</summary>
    public static LinkFetcherNetwork Internet { get; } = new(Dns.GetHostAddressesAsync, ConnectAsync);

    private static async ValueTask<Stream> ConnectAsync(IPEndPoint target, CancellationToken ct)
    {
        var socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(target, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        finally
        {
            if (!socket.Connected)
                socket.Dispose();
        }
    }
}
