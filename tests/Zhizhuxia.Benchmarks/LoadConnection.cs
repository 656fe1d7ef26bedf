using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace Zhizhuxia.Benchmarks;

/// <summary>
/// One HTTP/1.1 connection that asks as fast as it is answered. It costs next to nothing itself, because client and server share the same cores:
/// what a full client does besides would be measured as the server's.
/// </summary>
internal sealed class LoadConnection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _answer = new byte[64 << 10];

    public static async Task<LoadConnection> OpenAsync(Uri server, CancellationToken ct)
    {
        var connection = new LoadConnection();
        await connection._socket.ConnectAsync(server.Host, server.Port, ct);
        return connection;
    }

    /// <summary>Sends a whole request and reads the whole answer.</summary>
    /// <returns>The status code.</returns>
    /// <exception cref="InvalidOperationException">The server hung up, or answered more than 64 KiB.</exception>
    public async Task<int> AskAsync(ReadOnlyMemory<byte> request, CancellationToken ct)
    {
        for (var sent = 0; sent < request.Length;)
            sent += await _socket.SendAsync(request[sent..], ct);
        for (var have = 0; ;)
        {
            var read = await _socket.ReceiveAsync(_answer.AsMemory(have), ct);
            if (read == 0)
                throw new InvalidOperationException($"The server hung up after {have} bytes");
            have += read;
            if (StatusOf(_answer.AsSpan(0, have)) is { } status)
                return status;
        }
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Null while the answer is not whole (RFC 9112 §6: a length, or chunks up to the empty one).</summary>
    private static int? StatusOf(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return null;
        var head = answer[..end];
        var body = answer[(end + 4)..];
        var mark = head.IndexOf("Content-Length: "u8);
        var whole = mark >= 0
            ? Utf8Parser.TryParse(head[(mark + 16)..], out int length, out _) && body.Length >= length
            : body.EndsWith("0\r\n\r\n"u8);
        if (!whole)
            return null;
        return Utf8Parser.TryParse(head[9..12], out int status, out _)
            ? status
            : throw new InvalidOperationException(Encoding.ASCII.GetString(head));
    }
}
