namespace Zhizhuxia.Mail.Smtp;

/// <summary>What an answer means for the letter: whether to try again, and why it did not go (RFC 5321 §4.2.1, RFC 3463 §3).</summary>
internal static class SmtpVerdict
{
    /// <summary>421: the server is about to hang up, whatever was asked (RFC 5321 §3.8).</summary>
    private const int Closing = 421;

    /// <param name="usual">What a refusal means here when the server does not say it better.</param>
    /// <exception cref="MailNotTakenException">Not done; final if 5xx.</exception>
    public static void Demand(SmtpReply reply, string usual)
    {
        if (!reply.IsDone)
            throw Of(reply, usual);
    }

    /// <summary>The refusal in an answer that is not what it should be.</summary>
    public static MailNotTakenException Of(SmtpReply reply, string usual) =>
        reply.Code is 530 or 535
            ? new(MailRefusals.LoginRefused, reply.Words, isFinal: false) // a setting mends it
            : new(reply.IsFinal ? Cause(reply, usual) : Passing(reply), reply.Words, reply.IsFinal);

    /// <summary>Of greeting and EHLO: what is wrong there is wrong with the server or with us, never with the letter.</summary>
    /// <exception cref="MailNotTakenException">Never final.</exception>
    public static void DemandServer(SmtpReply reply)
    {
        if (!reply.IsDone)
            throw new MailNotTakenException(reply.IsFinal ? MailRefusals.Strange : MailRefusals.Later, reply.Words, isFinal: false);
    }

    private static string Cause(SmtpReply reply, string usual) => (reply.Code, reply.Subject) switch
    {
        (_, "1.1" or "1.2" or "1.3" or "1.6" or "1.10" or "2.1") => MailRefusals.NoSuchReader,
        (_, "1.7" or "1.8") => MailRefusals.SenderRefused,
        (_, "2.2") => MailRefusals.MailboxFull,
        (_, "2.3" or "3.4") => MailRefusals.TooBig,
        (_, ['7', '.', ..]) => MailRefusals.Policy,
        (552, "") => MailRefusals.TooBig,
        _ => usual,
    };

    private static string Passing(SmtpReply reply) => reply.Code is not Closing && reply.Subject is "2.2" ? MailRefusals.MailboxFull : MailRefusals.Later;
}
