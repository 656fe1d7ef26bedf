namespace Zhizhuxia.Submissions;

/// <summary>How the newsroom stands with a mailbox, whichever program asks it.</summary>
public sealed class MailboxRecord
{
    public required string Mailbox { get; init; }

    /// <summary>When it was last asked without trouble; null: never.</summary>
    public DateTimeOffset? LastGoodAt { get; set; }

    /// <summary>Since when it has been failing; null while all is well.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>When the alarm was raised that still stands.</summary>
    public DateTimeOffset? AlarmedAt { get; set; }

    /// <summary>What goes wrong, in the server's or the system's words.</summary>
    public string? Trouble { get; set; }

    /// <summary>It does not let us in: user or 授权码 are not, or no longer, right.</summary>
    public bool LoginRefused { get; set; }
}
