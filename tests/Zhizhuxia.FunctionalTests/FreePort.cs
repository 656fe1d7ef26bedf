using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Zhizhuxia.FunctionalTests;

/// <summary>
/// Ports of loopback for the programs that tests start. They lie below those the system gives to outgoing connections, one of which could take a port
/// between its choice and the start of its program; and none is given twice.
/// </summary>
internal static class FreePort
{
    private const int First = 20_000;
    private const int End = 32_000;
    private static readonly ConcurrentDictionary<int, bool> Given = [];

    public static int Take()
    {
        int port;
        do
            port = Random.Shared.Next(First, End);
        while (!Given.TryAdd(port, true) || !IsFree(port));
        return port;
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
