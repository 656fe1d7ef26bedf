using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>The mails of the page 收信台, newest first.</summary>
public sealed class InboundList(PortalDb db)
{
    /// <param name="after">The last mail of the page before; null for the first page.</param>
    /// <param name="take">Rows of a page.</param>
    public async Task<IReadOnlyList<InboundRow>> ReadAsync(InboundTab tab, InboundMail? after, int take, CancellationToken ct)
    {
        var mails = db.InboundMails.AsNoTracking();
        if (InboundTabs.StateOf(tab) is { } state)
            mails = mails.Where(mail => mail.State == state);
        if (after is not null)
            mails = mails.Where(mail => mail.ReceivedAt < after.ReceivedAt || (mail.ReceivedAt == after.ReceivedAt && mail.Id.CompareTo(after.Id) < 0));
        var found = await (from mail in mails.OrderByDescending(mail => mail.ReceivedAt).ThenByDescending(mail => mail.Id).Take(take)
                           join piece in db.Submissions on mail.SubmissionId equals piece.Id into pieces
                           from piece in pieces.DefaultIfEmpty()
                           join letter in db.Letters on mail.LetterId equals letter.Id into letters
                           from letter in letters.DefaultIfEmpty()
                           orderby mail.ReceivedAt descending, mail.Id descending
                           select new { mail, piece.Number, piece.Title, letter.To }).ToListAsync(ct);
        return [.. found.Select(row => new InboundRow(row.mail, row.Number, row.Title, row.To))];
    }

    /// <summary>One mail; null if there is none.</summary>
    public Task<InboundMail?> FindAsync(Guid id, CancellationToken ct) => db.InboundMails.AsNoTracking().SingleOrDefaultAsync(mail => mail.Id == id, ct);

    /// <summary>How many lie on the shelves that want a person.</summary>
    public async Task<IReadOnlyDictionary<InboundState, int>> CountAsync(CancellationToken ct) =>
        await db.InboundMails.Where(mail => mail.State == InboundState.Unmatched || mail.State == InboundState.SetAside || mail.State == InboundState.Junk || mail.State == InboundState.Bounce)
            .GroupBy(mail => mail.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, ct);

    /// <summary>How the newsroom stands with its mailboxes.</summary>
    public async Task<IReadOnlyList<MailboxRecord>> MailboxesAsync(CancellationToken ct) => await db.MailboxRecords.AsNoTracking().OrderBy(row => row.Mailbox).ToListAsync(ct);
}
