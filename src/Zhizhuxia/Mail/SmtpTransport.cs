using Microsoft.Extensions.Options;
using Zhizhuxia.Mail.Mime;
using Zhizhuxia.Mail.Smtp;

namespace Zhizhuxia.Mail;

/// <summary>Hands mails to the newspaper's mail server, one connection each: letters are few, and none waits for another's trouble.</summary>
public sealed class SmtpTransport(IOptions<SmtpOptions> options) : IMailTransport
{
    public async Task SendAsync(OutgoingMail mail, CancellationToken ct)
    {
        var message = MimeWriter.Write(mail);
        await using var session = new SmtpSession(options.Value, mail.From.Host);
        await session.ConnectAsync(ct);
        await session.SecureAsync(ct);
        await session.LogInAsync(ct);
        await session.SendAsync(mail.From, mail.To, message, ct);
        await session.QuitAsync();
    }
}
