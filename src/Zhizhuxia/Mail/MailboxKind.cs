namespace Zhizhuxia.Mail;

/// <summary>Where mail comes in.</summary>
public enum MailboxKind
{
    /// <summary>Nowhere: this newsroom takes no mail.</summary>
    None,

    /// <summary>A watched folder of .eml files.</summary>
    Folder,

    /// <summary>A mailbox, by IMAP over TLS.</summary>
    Imap,
}
