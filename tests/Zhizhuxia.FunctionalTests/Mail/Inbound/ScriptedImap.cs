using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Zhizhuxia.FunctionalTests.Mail.Inbound;

/// <summary>A small mail server with the oddities of real ones. One folder; UIDs as a test gives them.</summary>
internal sealed partial class ScriptedImap : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly TestCertificate _certificate;
    private readonly string _pem = Path.GetTempFileName();
    private readonly List<string> _commands = [];
    private readonly Task _loop;

    /// <param name="name">The certificate's; null: 127.0.0.1.</param>
    public ScriptedImap(string? name = null)
    {
        _certificate = new(name);
        File.WriteAllText(_pem, _certificate.Pem);
        _listener.Start();
        _loop = AcceptAsync();
    }

    public SortedDictionary<int, string> Mails { get; } = [];

    /// <summary>Words of the CAPABILITY answer.</summary>
    public string Capabilities { get; init; } = "IMAP4rev1";

    /// <summary>As 163: SELECT without ID before it is unsafe.</summary>
    public bool DemandsId { get; init; }

    /// <summary>As QQ: a set from high to low is an error.</summary>
    public bool RejectsDescending { get; init; }

    /// <summary>Says UIDNEXT at SELECT.</summary>
    public bool SaysUidNext { get; init; } = true;

    /// <summary>Everything clients have said, without tags.</summary>
    public IReadOnlyList<string> Commands
    {
        get
        {
            lock (_commands)
                return [.. _commands];
        }
    }

    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Inbox:Kind"] = "Imap", ["Inbox:Host"] = "127.0.0.1", ["Inbox:Port"] = ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture),
        ["Inbox:User"] = "reader@qq.example", ["Inbox:Password"] = "a\"b\\c", ["Inbox:TrustedCertificate"] = _pem, ["Inbox:AskEvery"] = "00:00:01",
    };

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
        _certificate.Dispose();
        File.Delete(_pem);
    }

    private async Task AcceptAsync()
    {
        var visits = new List<Task>();
        try
        {
            while (true)
                visits.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
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
            await using var stream = new SslStream(client.GetStream());
            await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate.Certificate }, _stop.Token);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("* OK ready {5}"); // words for people, no literal
            var identified = false;
            while (await reader.ReadLineAsync(_stop.Token) is { } line && line.Split(' ', 2) is [var tag, var command])
            {
                lock (_commands)
                    _commands.Add(command);
                identified |= command.StartsWith("ID ", StringComparison.Ordinal);
                await AnswerAsync(reader, writer, tag, command, identified);
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            // the client has heard enough
        }
    }

    private async Task AnswerAsync(StreamReader reader, StreamWriter writer, string tag, string command, bool identified)
    {
        switch (command.Split(' ')[0])
        {
            case "CAPABILITY":
                await writer.WriteLineAsync($"* CAPABILITY {Capabilities}");
                break;
            case "AUTHENTICATE":
                await writer.WriteLineAsync("+ ");
                lock (_commands)
                    _commands.Add(Encoding.UTF8.GetString(Convert.FromBase64String(reader.ReadLine() ?? "")));
                break;
            case "LIST":
                await writer.WriteLineAsync("* LIST (\\HasNoChildren) \"/\" INBOX");
                break;
            case "SELECT" when DemandsId && !identified:
                await writer.WriteLineAsync($"{tag} NO SELECT Unsafe Login. Please contact kefu@188.com for help");
                return;
            case "SELECT":
                await writer.WriteLineAsync($"* {Mails.Count} EXISTS\r\n* OK [UIDVALIDITY 7] ok");
                if (SaysUidNext)
                    await writer.WriteLineAsync($"* OK [UIDNEXT {Mails.Keys.LastOrDefault() + 1}] next");
                break;
            case "UID" when RejectsDescending && IsDescending(command):
                await writer.WriteLineAsync($"{tag} BAD invalid sequence set");
                return;
            case "UID":
                await UidAsync(writer, command);
                break;
        }
        await writer.WriteLineAsync($"{tag} OK done");
    }

    private async Task UidAsync(StreamWriter writer, string command)
    {
        var (low, high) = Range(command);
        if (command.StartsWith("UID SEARCH", StringComparison.Ordinal))
        {
            // RFC 3501: a set from high to low is the same as from low to high, and the last mail always is in n:*
            var found = Mails.Keys.Where(uid => uid >= Math.Min(low, high) && uid <= Math.Max(low, high)).Reverse();
            await writer.WriteLineAsync($"* SEARCH {string.Join(' ', found)}".TrimEnd());
            return;
        }
        await writer.WriteLineAsync("* 1 FETCH (FLAGS (\\Seen))"); // a colleague reads along
        if (Mails.TryGetValue(low, out var mail))
            await writer.WriteAsync($"* 1 FETCH (UID {low} BODY[] {{{Encoding.UTF8.GetByteCount(mail)}}}\r\n{mail} FLAGS (\\Seen))\r\n");
    }

    private bool IsDescending(string command) => Range(command) is var (low, high) && low > high;

    private (int Low, int High) Range(string command)
    {
        var last = Mails.Keys.LastOrDefault();
        if (Set().Match(command) is not { Success: true } set)
            return (1, last);
        var low = set.Groups[1].Value == "*" ? last : int.Parse(set.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        return set.Groups[2].Value switch { "" => (low, low), "*" => (low, last), var high => (low, int.Parse(high, CultureInfo.InvariantCulture)) };
    }

    [GeneratedRegex(@"UID (?:SEARCH UID|FETCH) (\d+|\*)(?::(\d+|\*))?")]
    private static partial Regex Set();
}
