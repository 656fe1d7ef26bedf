using System.Net;
using System.Net.Sockets;

namespace Zhizhuxia.Drills;

/// <summary>How the store behaves towards its clients.</summary>
internal enum Fault
{
    None,
    Refuse,
    Hang,
    Reset,
    Unavailable,
    Slow,
}

/// <summary>Stands between a program and a server and does what networks and services do on bad days.</summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private static readonly byte[] _unavailable = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _target;
    private readonly Task _loop;
    private CancellationTokenSource _weather = new();
    private Fault _fault;
    private int _met;

    public FaultProxy(int target)
    {
        _target = target;
        _listener.Start();
        _loop = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Connections that met a fault.</summary>
    public int Met => Volatile.Read(ref _met);

    /// <summary>From now on; connections that are open are cut.</summary>
    public async Task SetAsync(Fault fault)
    {
        var before = _weather;
        (_fault, _weather) = (fault, new());
        await before.CancelAsync();
        before.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _weather.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
        _weather.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> visits = [];
        try
        {
            while (true)
                visits.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token), _fault, _weather.Token));
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(visits);
        }
    }

    private async Task ServeAsync(TcpClient client, Fault fault, CancellationToken over)
    {
        using var near = client;
        _met += fault is Fault.None ? 0 : 1;
        try
        {
            if (fault is Fault.Refuse or Fault.Reset)
                await ResetAsync(near, fault, over);
            else if (fault is Fault.Hang)
                await Task.Delay(Timeout.Infinite, over);
            else if (fault is Fault.Unavailable)
                await AnswerAsync(near.GetStream(), over);
            else
                await ForwardAsync(near, fault is Fault.Slow ? 200 : 0, over);
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // the weather changed, or one of the two has heard enough
        }
    }

    /// <summary>At once, or after the beginning of a request has been heard.</summary>
    private static async Task ResetAsync(TcpClient near, Fault fault, CancellationToken over)
    {
        if (fault is Fault.Reset)
            await near.GetStream().ReadAtLeastAsync(new byte[64], 64, throwOnEndOfStream: false, over);
        near.LingerState = new(true, 0);
    }

    private static async Task AnswerAsync(NetworkStream near, CancellationToken over)
    {
        await near.ReadAtLeastAsync(new byte[64 << 10], 1, throwOnEndOfStream: false, over);
        await near.WriteAsync(_unavailable, over);
    }

    private async Task ForwardAsync(TcpClient near, int pause, CancellationToken over)
    {
        using var far = new TcpClient();
        await far.ConnectAsync(IPAddress.Loopback, _target, over);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(over);
        var both = new[] { PumpAsync(near.GetStream(), far.GetStream(), pause, ended.Token), PumpAsync(far.GetStream(), near.GetStream(), pause, ended.Token) };
        await Task.WhenAny(both);
        await ended.CancelAsync();
        await Task.WhenAll(both);
    }

    private static async Task PumpAsync(NetworkStream from, NetworkStream to, int pause, CancellationToken over)
    {
        var buffer = new byte[16 << 10];
        while (await from.ReadAsync(buffer, over) is > 0 and var count)
        {
            await Task.Delay(pause, over);
            await to.WriteAsync(buffer.AsMemory(0, count), over);
        }
    }
}
