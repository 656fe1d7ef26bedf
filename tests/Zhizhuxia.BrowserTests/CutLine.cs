using System.Net;
using System.Net.Sockets;

namespace Zhizhuxia.BrowserTests;

/// <summary>A line to the portal that can be cut like a phone's: open connections die in the middle, new ones are refused until it is mended.</summary>
public sealed class CutLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly int _port;
    private readonly Task _accepting;
    private CancellationTokenSource _line = new();
    private long _carried;

    public CutLine(Uri portal)
    {
        _port = portal.Port;
        _listener.Start();
        Address = new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>Bytes carried towards the portal so far.</summary>
    public long Carried => Interlocked.Read(ref _carried);

    /// <summary>Bytes a second towards the portal; so that a test can act while a file is on its way.</summary>
    public int? Limit { get; set; }

    public bool IsCut => _line.IsCancellationRequested;

    public void Cut() => _line.Cancel();

    public void Mend() => _line = new();

    /// <summary>Waits until this many bytes have gone towards the portal.</summary>
    public async Task CarriedAsync(long bytes)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(6));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        try
        {
            while (Carried < bytes)
                await beat.WaitForNextTickAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"{bytes} bytes never went towards the portal, only {Carried}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        Cut();
        _listener.Dispose();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> open = [];
        try
        {
            while (true)
                open.Add(CarryAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        using var here = browser;
        using var there = new TcpClient();
        var line = _line.Token;
        if (line.IsCancellationRequested)
            return;
        try
        {
            await there.ConnectAsync(IPAddress.Loopback, _port, line);
            await Task.WhenAny(PumpAsync(here, there, up: true, line), PumpAsync(there, here, up: false, line));
        }
        catch (Exception broken) when (broken is IOException or SocketException or OperationCanceledException)
        {
            // The line is cut, or the portal is down: both ends see their connection die.
        }
        here.Client.LingerState = new(true, 0); // a reset, not a polite end
    }

    private async Task PumpAsync(TcpClient from, TcpClient to, bool up, CancellationToken line)
    {
        var buffer = new byte[1 << 15];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, line) is > 0 and var read)
            {
                await to.GetStream().WriteAsync(buffer.AsMemory(0, read), line);
                if (!up)
                    continue;
                Interlocked.Add(ref _carried, read);
                if (Limit is { } limit)
                    await Task.Delay(TimeSpan.FromSeconds((double)read / limit), line);
            }
        }
        catch (Exception broken) when (broken is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // See CarryAsync.
        }
    }
}
