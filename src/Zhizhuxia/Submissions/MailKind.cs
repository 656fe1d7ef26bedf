namespace Zhizhuxia.Submissions;

/// <summary>What sort of mail it is.</summary>
public enum MailKind
{
    New,
    Reply,
    AutoReply,
    Bounce,
    List,

    /// <summary>From our own address, or with our own Message-ID.</summary>
    Own,

    /// <summary>It could not be read: a person looks at it.</summary>
    SetAside,
}
