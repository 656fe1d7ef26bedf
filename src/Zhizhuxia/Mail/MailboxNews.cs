namespace Zhizhuxia.Mail;

/// <summary>What an administrator hears of the mailbox.</summary>
public enum MailboxNews
{
    /// <summary>Too long without a good round.</summary>
    Silent,

    /// <summary>It does not let us in.</summary>
    LoginRefused,

    /// <summary>All is well again.</summary>
    Recovered,
}
