using Microsoft.Extensions.Options;
using Zhizhuxia.Mail.Mime;
using Zhizhuxia.Mail.Smtp;

namespace Zhizhuxia.Mail;

/// <summary>Hands mails to the newspaper's mail server, one connection each: letters are few, and none waits for another's trouble.</summary>
public sealed class SmtpTransport(IOptions<SmtpOptions> options, TimeProvider clock) : IMailTransport
{
    /// <summary>After a refused login nobody tries again before this has passed: providers lock accounts that knock too often.</summary>
    private static readonly TimeSpan LoginPause = TimeSpan.FromMinutes(5);

    private volatile Refusal? _refusal;

    public async Task SendAsync(OutgoingMail mail, CancellationToken ct)
    {
        if (_refusal is { } recent && clock.GetUtcNow() - recent.At < LoginPause)
            throw new MailNotTakenException(MailRefusals.LoginRefused, recent.Words, isFinal: false);
        var message = MimeWriter.Write(mail);
        await using var session = new SmtpSession(options.Value, mail.From.Host);
        await session.ConnectAsync(ct);
        await session.SecureAsync(ct);
        await LogInAsync(session, ct);
        await session.SendAsync(mail.From, mail.To, message, ct);
        await session.QuitAsync();
    }

    private async Task LogInAsync(SmtpSession session, CancellationToken ct)
    {
        try
        {
            await session.LogInAsync(ct);
            _refusal = null;
        }
        catch (MailNotTakenException refused) when (refused.Code is MailRefusals.LoginRefused)
        {
            _refusal = new(clock.GetUtcNow(), refused.Words);
            throw;
        }
    }

    private sealed record Refusal(DateTimeOffset At, string Words);
}
