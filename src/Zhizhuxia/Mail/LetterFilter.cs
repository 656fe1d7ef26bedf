namespace Zhizhuxia.Mail;

/// <summary>Which letters the page 发信 shows.</summary>
public enum LetterFilter
{
    All,

    /// <summary>Given up: waits for a person.</summary>
    Stuck,

    /// <summary>Could not be sent yet, and is tried again.</summary>
    Retrying,

    /// <summary>Can still be called back.</summary>
    Held,

    /// <summary>Due, and not tried yet.</summary>
    Due,

    Sent,
    CalledBack,
}
