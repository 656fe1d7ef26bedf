namespace Zhizhuxia.Mail;

/// <summary>Where readers' mail lies before it is ours.</summary>
public interface IMailbox
{
    /// <summary>Tells mailboxes apart in the database; without any secret.</summary>
    string Name { get; }

    /// <summary>Opens it. The caller disposes the visit, and opens a new one after any exception.</summary>
    /// <exception cref="MailboxException">It cannot be reached, or does not let us in.</exception>
    Task<IMailboxVisit> VisitAsync(CancellationToken ct);
}

/// <summary>An open mailbox. Not for several at once. What it says of flags is never looked at: a colleague who reads along hides nothing.</summary>
public interface IMailboxVisit : IAsyncDisposable
{
    /// <summary>In the order they are to be looked through.</summary>
    IReadOnlyList<MailFolder> Folders { get; }

    /// <summary>Goes into a folder, and sees what is there now.</summary>
    /// <returns>Its UIDVALIDITY; 0 where mails have no numbers.</returns>
    /// <exception cref="IOException">Trouble with the mailbox, here and in all that follows.</exception>
    Task<long> EnterAsync(MailFolder folder, CancellationToken ct);

    /// <summary>Mails of the folder, the older before the newer.</summary>
    /// <param name="after">Those with a higher UID; null: those that came since <paramref name="since"/>.</param>
    Task<IReadOnlyList<MailItem>> ListAsync(long? after, DateTimeOffset since, CancellationToken ct);

    /// <summary>Hands over the raw message as it comes.</summary>
    /// <param name="take">Reads to the end of the stream, which is valid during the call only.</param>
    /// <returns>False if it is not there any more, or not yet whole: then nothing of what <paramref name="take"/> got counts.</returns>
    Task<bool> ReadAsync(MailItem item, Func<Stream, Task> take, CancellationToken ct);

    /// <summary>The mail is safely ours: it may be tidied away.</summary>
    Task TakenAsync(MailItem item, CancellationToken ct);

    /// <summary>Returns when there may be something new, or it is time to look.</summary>
    Task WaitAsync(CancellationToken ct);
}
