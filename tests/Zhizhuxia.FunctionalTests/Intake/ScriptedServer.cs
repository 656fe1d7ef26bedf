using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>A server on loopback that says what a test wants, byte by byte; and the count of those who came.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, Stream, CancellationToken, Task> _answer;
    private readonly Task _loop;
    private int _visits;

    /// <param name="address">Loopback, of either family.</param>
    /// <param name="answer">Gets the path asked for and writes everything, head and all.</param>
    public ScriptedServer(IPAddress address, Func<string, Stream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener = new(address, 0);
        _listener.Start();
        _loop = AcceptAsync();
    }

    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndpoint;

    /// <summary>Connections so far.</summary>
    public int Visits => Volatile.Read(ref _visits);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var visits = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _visits);
                visits.Add(ServeAsync(client));
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or InvalidOperationException) // what a listener says depends on the moment
        {
            await Task.WhenAll(visits);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            await using var stream = client.GetStream();
            await _answer(await PathAsync(stream), stream, _stop.Token);
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // the client has heard enough
        }
    }

    private async Task<string> PathAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var buffer = new byte[1024];
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(buffer, _stop.Token) is > 0 and var count)
            head.Append(Encoding.Latin1.GetString(buffer, 0, count));
        return head.ToString().Split(' ') is { Length: > 1 } words ? words[1] : "";
    }
}
