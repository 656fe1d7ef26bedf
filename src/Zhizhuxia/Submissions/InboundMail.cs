using Zhizhuxia.Jobs;

namespace Zhizhuxia.Submissions;

/// <summary>A mail that came in. The raw message was on disk before this row was written, and stays what it was.</summary>
public sealed class InboundMail
{
    public required Guid Id { get; init; }

    /// <summary>Name of the mailbox it was found in.</summary>
    public required string Mailbox { get; init; }

    /// <summary>Its folder there.</summary>
    public required string Folder { get; set; }

    /// <summary>The folder's, 0 where folders have none.</summary>
    public required long UidValidity { get; set; }

    /// <summary>Null where mails have none.</summary>
    public required long? Uid { get; set; }

    /// <summary>The junk folder.</summary>
    public required bool IsJunk { get; set; }

    /// <summary>Where the raw message lies in the store.</summary>
    public required string RawKey { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Of the raw message, lower-case hexadecimal; unique.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When it was fetched.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>With angle brackets, as it came.</summary>
    public string? MessageId { get; init; }

    /// <summary>The sender's address as written; not yet checked to be one.</summary>
    public string? From { get; init; }

    /// <summary>Its Date, whatever it may say.</summary>
    public DateTimeOffset? SentAt { get; init; }

    public InboundState State { get; private set; } = InboundState.Stored;

    /// <summary>What it says; null until it has been read.</summary>
    public MailFacts? Facts { get; private set; }

    /// <summary>Why it stands where it stands: a code of InboxWords.</summary>
    public string? Cause { get; private set; }

    /// <summary>The piece it is or belongs to; of <see cref="InboundState.Unmatched"/> the one it may belong to.</summary>
    public Guid? SubmissionId { get; private set; }

    /// <summary>The letter of ours that came back.</summary>
    public Guid? LetterId { get; private set; }

    /// <summary>The charset a person has chosen for its words; null: as found.</summary>
    public string? Charset { get; private set; }

    /// <summary>The person who decided about it last.</summary>
    public string? DecidedBy { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int RowVersion { get; private set; }

    /// <summary>Work that follows, committed with the row.</summary>
    public List<Job> Jobs { get; } = [];

    /// <summary>The piece is certain.</summary>
    public bool IsTaken => State is InboundState.Piece or InboundState.Joined;

    /// <summary>It has been read: what it says, what it is, and of which piece.</summary>
    /// <param name="cause">A code, or null where there is nothing to say.</param>
    public void Settle(MailFacts facts, InboundState state, Guid? submissionId, string? cause) =>
        (Facts, State, SubmissionId, Cause, RowVersion) = (facts, state, submissionId, cause, RowVersion + 1);

    /// <summary>It tells that a letter of ours did not arrive.</summary>
    /// <param name="cause">As above.</param>
    public void Settle(MailFacts facts, Letter letter, string? cause) =>
        (Facts, State, SubmissionId, LetterId, Cause, RowVersion) = (facts, InboundState.Bounce, letter.SubmissionId, letter.Id, cause, RowVersion + 1);

    /// <summary>It was found again at another place of the mailbox. What a colleague has taken out of the junk folder is looked at anew.</summary>
    public void Move(string folder, long uidValidity, long? uid, bool isJunk, DateTimeOffset now)
    {
        (Folder, UidValidity, Uid) = (folder, uidValidity, uid);
        var freed = IsJunk && !isJunk;
        IsJunk &= isJunk;
        RowVersion++;
        if (freed && State is InboundState.Junk)
            ReadAgain(now);
    }

    /// <summary>丢弃: nobody needs it. The raw message stays.</summary>
    public void Discard(string by) => (State, DecidedBy, RowVersion) = (InboundState.Discarded, by, RowVersion + 1);

    /// <summary>换编码重读, or simply again.</summary>
    /// <param name="charset">For words that do not say theirs rightly; null: as found.</param>
    public void ReadAgain(string? charset, string by, DateTimeOffset now)
    {
        (Charset, DecidedBy) = (charset, by);
        ReadAgain(now);
    }

    /// <summary>换编码重读 of a mail that is, or belongs to, a piece: it stays so, its words are read anew.</summary>
    /// <param name="charset">As above.</param>
    public void Choose(string? charset, string by) => (Charset, DecidedBy, RowVersion) = (charset, by, RowVersion + 1);

    /// <summary>What it says, as read again.</summary>
    public void Know(MailFacts facts) => Facts = facts;

    /// <summary>A person has decided it.</summary>
    public void Sign(string by) => DecidedBy = by;

    private void ReadAgain(DateTimeOffset now)
    {
        (State, RowVersion) = (InboundState.Stored, RowVersion + 1);
        Jobs.Add(Job.ForMail(Id, now));
    }
}
