namespace Zhizhuxia.Mail;

/// <summary>Why a mail did not go. The sentences are in RefusalTexts.</summary>
public static class MailRefusals
{
    /// <summary>The letter's address is none. Final.</summary>
    public const string NoAddress = "mail-no-address";

    /// <summary>An address beyond ASCII, and a server without SMTPUTF8. Final.</summary>
    public const string NoUtf8 = "mail-no-utf8";

    /// <summary>The reader's mailbox does not exist, or not any more. Final.</summary>
    public const string NoSuchReader = "mail-no-such-reader";

    /// <summary>Final or not, as the server has it.</summary>
    public const string MailboxFull = "mail-mailbox-full";

    /// <summary>Larger than the server takes. Final.</summary>
    public const string TooBig = "mail-too-big";

    /// <summary>Our own address is not welcome. Final.</summary>
    public const string SenderRefused = "mail-sender-refused";

    /// <summary>By a rule of the other side: spam, reputation, policy. Final.</summary>
    public const string Policy = "mail-policy";

    /// <summary>Any other 5xx. Final.</summary>
    public const string Refused = "mail-refused";

    /// <summary>Any 4xx: another time.</summary>
    public const string Later = "mail-later";

    public const string Unreachable = "mail-unreachable";

    public const string Silent = "mail-silent";

    /// <summary>Lost before the mail was said to its end: it has certainly not gone.</summary>
    public const string Lost = "mail-lost";

    /// <summary>Lost behind the end of the mail and before the answer: it may have gone. The repeat carries the same Message-ID.</summary>
    public const string Unsure = "mail-unsure";

    /// <summary>No TLS: an untrusted or wrong certificate, or a failed handshake.</summary>
    public const string NoTls = "mail-no-tls";

    /// <summary>STARTTLS is set and the server does not offer it; plain text is no way out.</summary>
    public const string NoStartTls = "mail-no-starttls";

    /// <summary>The server offers no way to log in that is allowed.</summary>
    public const string NoLogin = "mail-no-login";

    /// <summary>Name, password or token are wrong.</summary>
    public const string LoginRefused = "mail-login-refused";

    /// <summary>The server speaks something else than SMTP, or will not speak with us.</summary>
    public const string Strange = "mail-strange-server";
}
