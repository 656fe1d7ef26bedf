using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Zhizhuxia.Mail.Mime;

namespace Zhizhuxia.Mail.Imap;

/// <summary>Bytes and lines to and from a server, by TLS from the first byte. As a stream it gives what the server sends next.</summary>
internal sealed class ImapConnection : ReadOnlyStream
{
    /// <summary>Bytes of a line; a search may find many.</summary>
    private const int LongestLine = 4 * 1024 * 1024;

    private readonly TcpClient _client;
    private readonly SslStream _stream;
    private readonly TimeSpan _silence;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _next;
    private int _end;
    private Task<int>? _pending;

    private ImapConnection(TcpClient client, SslStream stream, TimeSpan silence) => (_client, _stream, _silence) = (client, stream, silence);

    /// <exception cref="MailboxException">Nobody answers, or the certificate is not to be trusted.</exception>
    public static async Task<ImapConnection> OpenAsync(InboxOptions options, CancellationToken ct)
    {
        var client = new TcpClient { NoDelay = true };
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(options.Silence);
            await client.ConnectAsync(options.Host, options.Port, patience.Token);
            var stream = new SslStream(client.GetStream());
            await stream.AuthenticateAsClientAsync(ServerTrust.For(options.Host, options.TrustedCertificate ?? ""), patience.Token);
            return new(client, stream, options.Silence);
        }
        catch (Exception trouble) when (trouble is SocketException or IOException or AuthenticationException || (trouble is OperationCanceledException && !ct.IsCancellationRequested))
        {
            client.Dispose();
            throw new MailboxException(trouble is OperationCanceledException ? "The server does not answer" : trouble.Message, trouble);
        }
    }

    public async Task WriteLineAsync(string line, CancellationToken ct)
    {
        await _stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), ct).AsTask().WaitAsync(_silence, ct);
        await _stream.FlushAsync(ct);
    }

    /// <summary>The next line without its end. What is no UTF-8 in it comes as Latin-1.</summary>
    /// <exception cref="IOException">The connection broke, or the line is endless.</exception>
    /// <exception cref="TimeoutException">The server is silent; reading may go on later.</exception>
    public async Task<string> ReadLineAsync(TimeSpan patience, CancellationToken ct)
    {
        if (_next == _end)
            await FillAsync(patience, ct);
        using var line = new MemoryStream();
        while (true)
        {
            var at = _buffer.AsSpan(_next, _end - _next).IndexOf((byte)'\n');
            var upTo = at < 0 ? _end : _next + at;
            line.Write(_buffer, _next, upTo - _next);
            _next = at < 0 ? _end : upTo + 1;
            if (at >= 0)
                return TextOf(line.GetBuffer().AsSpan(0, (int)line.Length).TrimEnd((byte)'\r'));
            if (line.Length > LongestLine)
                throw new MailboxException("The server sends a line without end");
            await FillRestAsync(ct);
        }
    }

    /// <summary>Half a line followed by silence is a broken connection.</summary>
    private async Task FillRestAsync(CancellationToken ct)
    {
        try
        {
            await FillAsync(_silence, ct);
        }
        catch (TimeoutException silent)
        {
            throw new MailboxException("The server has fallen silent", silent);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_next == _end)
            await FillAsync(_silence, cancellationToken);
        var count = Math.Min(buffer.Length, _end - _next);
        _buffer.AsMemory(_next, count).CopyTo(buffer);
        _next += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stream.Dispose();
            _client.Dispose();
            _ = _pending?.ContinueWith(broken => broken.Exception, TaskScheduler.Default); // it breaks with the connection, and nobody waits for it
        }
        base.Dispose(disposing);
    }

    /// <summary>A read that outlasts its patience is not given up, but waited for the next time: TLS does not survive a broken-off read.</summary>
    private async Task FillAsync(TimeSpan patience, CancellationToken ct)
    {
        _pending ??= _stream.ReadAsync(_buffer, CancellationToken.None).AsTask();
        var count = await _pending.WaitAsync(patience, ct);
        _pending = null;
        (_next, _end) = (0, count);
        if (count == 0)
            throw new MailboxException("The server has closed the connection");
    }

    private static string TextOf(ReadOnlySpan<byte> line)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(line);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(line);
        }
    }
}
