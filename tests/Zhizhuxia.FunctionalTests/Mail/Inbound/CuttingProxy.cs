using System.Net;
using System.Net.Sockets;

namespace Zhizhuxia.FunctionalTests.Mail.Inbound;

/// <summary>Stands between a client and a server, and cuts each connection after so many bytes from the server; longer each time.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _target;
    private readonly Task _loop;
    private int _cuts;

    /// <param name="target">The server's port.</param>
    /// <param name="allowances">Bytes that each connection may bring; all for those after these.</param>
    public CuttingProxy(int target, params IReadOnlyList<int> allowances)
    {
        _target = target;
        _listener.Start();
        _loop = AcceptAsync(allowances);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Connections that were cut off.</summary>
    public int Cuts => Volatile.Read(ref _cuts);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task AcceptAsync(IReadOnlyList<int> allowances)
    {
        var visits = new List<Task>();
        try
        {
            for (var number = 0; ; number++)
                visits.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token), number < allowances.Count ? allowances[number] : int.MaxValue));
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or InvalidOperationException) // what a listener says depends on the moment
        {
            await Task.WhenAll(visits);
        }
    }

    private async Task ServeAsync(TcpClient client, int allowance)
    {
        using var near = client;
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, _target, _stop.Token);
            var up = near.GetStream().CopyToAsync(far.GetStream(), _stop.Token);
            var buffer = new byte[4096];
            while (allowance > 0 && await far.GetStream().ReadAsync(buffer.AsMemory(0, Math.Min(buffer.Length, allowance)), _stop.Token) is > 0 and var count)
            {
                await near.GetStream().WriteAsync(buffer.AsMemory(0, count), _stop.Token);
                allowance -= count;
            }
            if (allowance == 0)
                Interlocked.Increment(ref _cuts);
            near.Client.Close(0);
            far.Close();
            await up;
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // one of the two has heard enough
        }
    }
}
