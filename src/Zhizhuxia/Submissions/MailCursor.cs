namespace Zhizhuxia.Submissions;

/// <summary>How far a folder of a mailbox has been fetched.</summary>
public sealed class MailCursor
{
    public required string Mailbox { get; init; }

    public required string Folder { get; init; }

    /// <summary>The numbering that <see cref="LastUid"/> is of.</summary>
    public required long UidValidity { get; set; }

    /// <summary>Everything up to it is in the store.</summary>
    public required long LastUid { get; set; }

    /// <summary>One more is in the store. A new numbering begins anew.</summary>
    public void Pass(long uidValidity, long uid) =>
        (UidValidity, LastUid) = (uidValidity, uidValidity == UidValidity ? Math.Max(LastUid, uid) : uid);
}
