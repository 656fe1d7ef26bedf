using System.Globalization;
using System.Text.RegularExpressions;
using Zhizhuxia.Mail.Mime;

namespace Zhizhuxia.Mail.Imap;

/// <summary>One conversation with a server: commands one after another, and what the server says in between (RFC 3501).</summary>
internal sealed partial class ImapSession : IAsyncDisposable
{
    private readonly ImapConnection _connection;
    private readonly ImapReader _reader;
    private readonly TimeSpan _silence;
    private int _number;
    private bool _usable = true;
    private long _exists;

    private ImapSession(ImapConnection connection, TimeSpan silence) => (_connection, _reader, _silence) = (connection, new(connection), silence);

    /// <summary>What the server can do, in upper case.</summary>
    public HashSet<string> Capabilities { get; } = [];

    /// <summary>More mails than before were announced; whoever looks at them sets it back.</summary>
    public bool HasNews { get; set; }

    public long UidValidity { get; private set; }

    /// <summary>0 where the server does not say.</summary>
    public long UidNext { get; private set; }

    /// <exception cref="MailboxException">Nobody answers, or not as a mail server.</exception>
    public static async Task<ImapSession> OpenAsync(InboxOptions options, CancellationToken ct)
    {
        var session = new ImapSession(await ImapConnection.OpenAsync(options, ct), options.Silence);
        var greeted = false;
        try
        {
            var greeting = await session.GuardAsync(() => session.NextAsync(session._silence, null, ct));
            greeted = greeting.Kind is "OK" or "PREAUTH";
            return greeted ? session : throw new MailboxException(Said(greeting));
        }
        finally
        {
            if (!greeted)
                await session.DisposeAsync();
        }
    }

    /// <summary>Sends a command and waits for its end.</summary>
    /// <exception cref="MailboxException">The server refuses, or the connection broke.</exception>
    public Task RunAsync(string command, CancellationToken ct) => RunAsync(command, _ => { }, null, ct);

    /// <param name="note">Is told everything the server says on the way.</param>
    /// <param name="take">Is offered the literals.</param>
    public async Task RunAsync(string command, Action<ImapResponse> note, TakeLiteral? take, CancellationToken ct)
    {
        var end = await FinishAsync(await SendAsync(command, ct), note, take, null, ct);
        if (end.Kind != "OK")
            throw new MailboxException(Said(end)) { LoginRefused = false };
    }

    /// <summary>Sends a command whose end the caller looks at.</summary>
    /// <param name="more">What the server gets when it asks for more; null: it must not ask.</param>
    /// <returns>OK, NO or BAD with the server's words.</returns>
    public async Task<ImapResponse> TryAsync(string command, string? more, CancellationToken ct) =>
        await FinishAsync(await SendAsync(command, ct), _ => { }, null, more, ct);

    /// <summary>Waits until something new is announced, or as long as said (RFC 2177).</summary>
    public async Task IdleAsync(TimeSpan longest, CancellationToken ct)
    {
        var tag = await SendAsync("IDLE", ct);
        var response = await NextAsync(_silence, null, ct);
        while (response.Tag == "*")
            response = await NextAsync(_silence, null, ct);
        if (response.Tag != "+")
            throw new MailboxException(Said(response));
        var until = TimeProvider.System.GetTimestamp();
        try
        {
            while (!HasNews && longest - TimeProvider.System.GetElapsedTime(until) is { Ticks: > 0 } left)
                await NextAsync(left, null, ct);
        }
        catch (TimeoutException)
        {
            // quiet: to be issued anew
        }
        await _connection.WriteLineAsync("DONE", ct);
        await FinishAsync(tag, _ => { }, null, null, ct);
    }

    /// <summary>Before a folder is entered: what was said of the one before does not count.</summary>
    public void Forget() => (_exists, UidValidity, UidNext) = (0, 0, 0);

    public async ValueTask DisposeAsync()
    {
        if (_usable)
        {
            try
            {
                await _connection.WriteLineAsync($"Z{++_number} LOGOUT", CancellationToken.None);
            }
            catch (Exception broken) when (broken is IOException or ObjectDisposedException or TimeoutException)
            {
                // it is gone already
            }
        }
        await _connection.DisposeAsync();
    }

    /// <summary>For people, without control characters.</summary>
    public static string Said(ImapResponse response) => HeaderText.Clean(response.Text, 200) is { Length: > 0 } words ? words : "The server does not speak IMAP";

    private async Task<string> SendAsync(string command, CancellationToken ct)
    {
        var tag = string.Create(CultureInfo.InvariantCulture, $"Z{++_number}");
        await GuardAsync(async () =>
        {
            await _connection.WriteLineAsync($"{tag} {command}", ct);
            return true;
        });
        return tag;
    }

    private async Task<ImapResponse> FinishAsync(string tag, Action<ImapResponse> note, TakeLiteral? take, string? more, CancellationToken ct)
    {
        while (true)
        {
            var response = await GuardAsync(() => NextAsync(_silence, take, ct));
            if (response.Tag == tag)
                return response;
            if (response.Tag == "+")
            {
                await _connection.WriteLineAsync(more ?? "*", ct); // "*" breaks an exchange off
                more = null;
            }
            else
            {
                note(response);
            }
        }
    }

    /// <summary>After silence or a break nothing more is said on this connection.</summary>
    private async Task<T> GuardAsync<T>(Func<Task<T>> step)
    {
        try
        {
            return await step();
        }
        catch (TimeoutException)
        {
            _usable = false;
            throw new MailboxException("The server has fallen silent");
        }
        catch (Exception trouble) when (trouble is IOException or OperationCanceledException)
        {
            _usable = false;
            throw;
        }
    }

    private async Task<ImapResponse> NextAsync(TimeSpan patience, TakeLiteral? take, CancellationToken ct)
    {
        var response = await _reader.NextAsync(patience, take, ct);
        if (response.Tag == "*" && response.Kind == "BYE")
        {
            _usable = false;
            throw new MailboxException(Said(response));
        }
        Note(response);
        return response;
    }

    private void Note(ImapResponse response)
    {
        if (response.Tag == "*" && response.Kind == "EXISTS")
            Count(Number(response.Text.Split(' ')[0]));
        else if (response.Tag == "*" && response.Kind == "EXPUNGE")
            _exists--;
        else if (response.Tag == "*" && response.Kind == "CAPABILITY")
            Capabilities.UnionWith(response.Text.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        foreach (Match code in Code().Matches(response.Kind is "OK" ? response.Text : ""))
        {
            if (code.Groups[1].Value.Equals("UIDNEXT", StringComparison.OrdinalIgnoreCase))
                UidNext = Number(code.Groups[2].Value);
            else
                UidValidity = Number(code.Groups[2].Value);
        }
    }

    private void Count(long exists)
    {
        HasNews |= exists > _exists;
        _exists = exists;
    }

    private static long Number(string digits) => long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"\[(UIDVALIDITY|UIDNEXT) (\d{1,10})\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
