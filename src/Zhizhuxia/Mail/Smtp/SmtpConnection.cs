using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Zhizhuxia.Mail.Smtp;

/// <summary>Lines to and from the server, each within its time. Every trouble becomes a <see cref="MailNotTakenException"/> that is not final.</summary>
internal sealed class SmtpConnection(SmtpOptions options) : IAsyncDisposable
{
    private const int LongestLine = 2000;
    private const int MostLines = 100;

    private readonly TcpClient _client = new();
    private readonly byte[] _buffer = new byte[4096];
    private Stream? _stream;
    private int _at;
    private int _end;

    private Stream Stream => _stream ?? throw new InvalidOperationException("Connect first.");

    public Task ConnectAsync(CancellationToken ct) => InTimeAsync(MailRefusals.Unreachable, async limited =>
    {
        await _client.ConnectAsync(options.SmtpHost, options.Port, limited);
        _client.NoDelay = true;
        _stream = _client.GetStream();
        return true;
    }, ct);

    /// <summary>From here on nothing is read or written in the clear. What came before belongs to nobody and is refused (CVE-2011-0411).</summary>
    public Task SecureAsync(CancellationToken ct) => InTimeAsync(MailRefusals.NoTls, async limited =>
    {
        if (_at < _end)
            throw new AuthenticationException("The server spoke before TLS began.");
        var secured = new SslStream(Stream, leaveInnerStreamOpen: false);
        _stream = secured;
        await secured.AuthenticateAsClientAsync(ServerTrust.For(options.SmtpHost, options.SmtpCaFile), limited);
        return true;
    }, ct);

    /// <param name="lines">Commands without their ends; several go in one packet.</param>
    public Task WriteAsync(IEnumerable<string> lines, CancellationToken ct) =>
        WriteAsync(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => $"{line}\r\n"))), ct);

    public Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct) => InTimeAsync(MailRefusals.Lost, async limited =>
    {
        await Stream.WriteAsync(bytes, limited);
        await Stream.FlushAsync(limited);
        return true;
    }, ct);

    /// <summary>Waits for one whole answer.</summary>
    public Task<SmtpReply> ReadAsync(CancellationToken ct) => InTimeAsync(MailRefusals.Lost, ReadReplyAsync, ct);

    public async ValueTask DisposeAsync()
    {
        if (_stream is not null)
            await _stream.DisposeAsync();
        _client.Dispose();
    }

    private async Task<SmtpReply> ReadReplyAsync(CancellationToken ct)
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await ReadLineAsync(ct);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code) || code is < 200 or > 599)
                throw Strange();
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-')
                return new(code, lines);
        }

        throw Strange();
    }

    private async Task<string> ReadLineAsync(CancellationToken ct)
    {
        var line = new List<byte>();
        while (line.Count <= LongestLine)
        {
            if (_at == _end)
                (_at, _end) = (0, await Stream.ReadAsync(_buffer, ct));
            if (_end == 0)
                throw new IOException("The server hung up.");
            var next = _buffer[_at++];
            if (next == '\n')
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(next);
        }

        throw Strange();
    }

    private static MailNotTakenException Strange() => new(MailRefusals.Strange, "", isFinal: false);

    /// <param name="lost">What it means when the connection breaks here.</param>
    private async Task<T> InTimeAsync<T>(string lost, Func<CancellationToken, Task<T>> act, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.SmtpTimeout);
        try
        {
            return await act(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new MailNotTakenException(MailRefusals.Silent, "", isFinal: false);
        }
        catch (AuthenticationException trouble)
        {
            throw new MailNotTakenException(MailRefusals.NoTls, trouble.Message, isFinal: false);
        }
        catch (Exception trouble) when (trouble is IOException or SocketException or ObjectDisposedException)
        {
            throw new MailNotTakenException(lost, trouble.Message, isFinal: false);
        }
    }
}
