using Zhizhuxia.Mail.Mime;

namespace Zhizhuxia.Mail.Smtp;

/// <summary>One visit to the mail server, step by step: connect, secure, log in, send. Dispose hangs up.</summary>
/// <param name="options">Where, and as whom.</param>
/// <param name="clientName">How we call ourselves: a host name.</param>
internal sealed class SmtpSession(SmtpOptions options, string clientName) : IAsyncDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private readonly SmtpConnection _connection = new(options);
    private SmtpFeatures _features = SmtpFeatures.None;

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    /// <exception cref="MailNotTakenException">Nobody is there, or nobody who speaks SMTP.</exception>
    public async Task ConnectAsync(CancellationToken ct)
    {
        await _connection.ConnectAsync(ct);
        if (options.SmtpSecurity is SmtpSecurity.StartTls)
            await GreetAsync(ct);
    }

    /// <exception cref="MailNotTakenException">No TLS with this server: nothing further was said.</exception>
    public async Task SecureAsync(CancellationToken ct)
    {
        if (options.SmtpSecurity is SmtpSecurity.Implicit)
        {
            await _connection.SecureAsync(ct);
            await GreetAsync(ct);
            return;
        }

        if (!_features.Has("STARTTLS"))
            throw new MailNotTakenException(MailRefusals.NoStartTls, "", isFinal: false);
        if (await AskAsync("STARTTLS", ct) is { IsDone: false } refused)
            throw new MailNotTakenException(MailRefusals.NoStartTls, refused.Words, isFinal: false);
        await _connection.SecureAsync(ct);
        await IntroduceAsync(ct); // what was offered in the clear may be forged (RFC 3207 §4.2)
    }

    /// <summary>Does nothing without a user.</summary>
    /// <exception cref="MailNotTakenException">Not with these data. Not final: a setting mends it.</exception>
    public async Task LogInAsync(CancellationToken ct)
    {
        if (options.SmtpUser.Length == 0)
            return;
        var secret = await options.SecretAsync(ct);
        var reply = options.SmtpLogin switch
        {
            SmtpLogin.XOAuth2 when _features.LogsInBy("XOAUTH2") => await TokenAsync(secret, ct),
            SmtpLogin.Password when _features.LogsInBy("PLAIN") => await AskAsync($"AUTH PLAIN {Sasl.Plain(options.SmtpUser, secret)}", ct),
            SmtpLogin.Password when _features.LogsInBy("LOGIN") => await AnswerAsync("AUTH LOGIN", [Sasl.Base64(options.SmtpUser), Sasl.Base64(secret)], ct),
            _ => throw new MailNotTakenException(MailRefusals.NoLogin, "", isFinal: false),
        };
        if (!reply.IsDone)
            throw new MailNotTakenException(MailRefusals.LoginRefused, reply.Words, isFinal: false);
    }

    /// <summary>Asks whether mails of this sender would be taken, and takes the question back.</summary>
    /// <exception cref="MailNotTakenException">No.</exception>
    public async Task OfferAsync(MailAddress from, CancellationToken ct)
    {
        SmtpVerdict.Demand(await AskAsync($"MAIL FROM:<{from}>{International(from)}", ct), MailRefusals.SenderRefused);
        await AskAsync("RSET", ct);
    }

    /// <summary>Hands one message over; returns when the server has taken it on.</summary>
    /// <param name="message">RFC 5322, lines ended by CR LF.</param>
    /// <exception cref="MailNotTakenException">It was not taken, or (<see cref="MailRefusals.Unsure"/>) nobody knows.</exception>
    public async Task SendAsync(MailAddress from, MailAddress to, ReadOnlyMemory<byte> message, CancellationToken ct)
    {
        if (_features.Largest < message.Length)
            throw new MailNotTakenException(MailRefusals.TooBig, $"{message.Length} > {_features.Largest}", isFinal: true);
        await EnvelopeAsync($"MAIL FROM:<{from}>{Parameters(message.Span)}{International(from, to)}", $"RCPT TO:<{to}>", ct);
        var start = await AskAsync("DATA", ct);
        if (!start.IsAsking)
            throw SmtpVerdict.Of(start, MailRefusals.Refused);
        SmtpVerdict.Demand(await DataAsync(message, ct), MailRefusals.Refused);
    }

    /// <summary>Says good-bye; whether it is heard does not matter any more.</summary>
    public async Task QuitAsync()
    {
        using var limit = new CancellationTokenSource(Farewell);
        try
        {
            await AskAsync("QUIT", limit.Token);
        }
        catch (Exception unheard) when (unheard is MailNotTakenException or OperationCanceledException)
        {
            // the mail is in their hands
        }
    }

    private async Task<SmtpReply> DataAsync(ReadOnlyMemory<byte> message, CancellationToken ct)
    {
        try
        {
            await _connection.WriteAsync(DotStuffing.Of(message.Span), ct);
            return await _connection.ReadAsync(ct);
        }
        catch (MailNotTakenException lost) when (lost.Code is MailRefusals.Lost or MailRefusals.Silent)
        {
            throw new MailNotTakenException(MailRefusals.Unsure, lost.Words, isFinal: false);
        }
    }

    /// <summary>SIZE: RFC 1870. 8BITMIME: RFC 6152, only for a message that has such bytes.</summary>
    private string Parameters(ReadOnlySpan<byte> message) =>
        (_features.Has("SIZE") ? $" SIZE={message.Length}" : "")
        + (_features.Has("8BITMIME") && message.ContainsAnyExceptInRange((byte)0, (byte)127) ? " BODY=8BITMIME" : "");

    /// <summary>RFC 6531 §3.4: only where an address needs it.</summary>
    /// <exception cref="MailNotTakenException">The server cannot carry such an address on. Final.</exception>
    private string International(params IReadOnlyList<MailAddress> addresses) => addresses switch
    {
        _ when addresses.All(address => address.IsAscii) => "",
        _ when _features.Has("SMTPUTF8") => " SMTPUTF8",
        _ => throw new MailNotTakenException(MailRefusals.NoUtf8, "", isFinal: true),
    };

    private async Task GreetAsync(CancellationToken ct)
    {
        SmtpVerdict.DemandServer(await _connection.ReadAsync(ct));
        await IntroduceAsync(ct);
    }

    private async Task IntroduceAsync(CancellationToken ct)
    {
        var reply = await AskAsync($"EHLO {clientName}", ct);
        SmtpVerdict.DemandServer(reply);
        _features = SmtpFeatures.Of(reply);
    }

    /// <summary>One packet where the server allows it (RFC 2920), else one after the other. DATA waits for both answers, so that no empty mail can arise.</summary>
    private async Task EnvelopeAsync(string sender, string reader, CancellationToken ct)
    {
        if (_features.Has("PIPELINING"))
        {
            await _connection.WriteAsync([sender, reader], ct);
            var first = await _connection.ReadAsync(ct);
            var second = await _connection.ReadAsync(ct);
            SmtpVerdict.Demand(first, MailRefusals.SenderRefused);
            SmtpVerdict.Demand(second, MailRefusals.NoSuchReader);
            return;
        }

        SmtpVerdict.Demand(await AskAsync(sender, ct), MailRefusals.SenderRefused);
        SmtpVerdict.Demand(await AskAsync(reader, ct), MailRefusals.NoSuchReader);
    }

    private async Task<SmtpReply> AskAsync(string command, CancellationToken ct)
    {
        await _connection.WriteAsync([command], ct);
        return await _connection.ReadAsync(ct);
    }

    /// <summary>A refusal of the token is a question, to be answered by an empty line.</summary>
    private Task<SmtpReply> TokenAsync(string token, CancellationToken ct) =>
        AnswerAsync($"AUTH XOAUTH2 {Sasl.XOAuth2(options.SmtpUser, token)}", [""], ct);

    private async Task<SmtpReply> AnswerAsync(string command, string[] answers, CancellationToken ct)
    {
        var reply = await AskAsync(command, ct);
        foreach (var answer in answers)
        {
            if (!reply.IsAsking)
                break;
            reply = await AskAsync(answer, ct);
        }

        return reply;
    }
}
