namespace Zhizhuxia.Mail;

/// <summary>A mailbox is not as it should be. The message is for operators: the server's words, without anything of a mail.</summary>
public sealed class MailboxException : IOException
{
    public MailboxException(string message) : base(message)
    {
    }

    public MailboxException(string message, Exception cause) : base(message, cause)
    {
    }

    /// <summary>User and password, 授权码 or token were refused: waiting mends nothing.</summary>
    public bool LoginRefused { get; init; }
}
