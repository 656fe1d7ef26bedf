namespace Zhizhuxia.Mail;

/// <summary>Takes a mail on its way to the reader.</summary>
public interface IMailTransport
{
    /// <summary>Returns when the mail is safely handed over. The same Message-ID may come again after a crash.</summary>
    /// <exception cref="IOException">It could not be handed over; it may be tried again.</exception>
    /// <exception cref="MailNotTakenException">The same with its cause, or a refusal for good.</exception>
    Task SendAsync(OutgoingMail mail, CancellationToken ct);
}
