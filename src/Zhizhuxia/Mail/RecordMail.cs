using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>
/// Writes the row of a raw message that is in the store, with the job that reads it and the cursor behind it, in one transaction. What is known by its
/// bytes only gets its new place. Of two programs at the same mail one makes the row.
/// </summary>
public sealed class RecordMail(PortalDb db, WriteTurns turns, TimeProvider clock)
{
    /// <param name="mailbox">Its name.</param>
    /// <returns>False if its bytes are kept under another name: these are not needed.</returns>
    public async Task<bool> RunAsync(string mailbox, MailFolder folder, long uidValidity, long? uid, RawMail raw, CancellationToken ct)
    {
        try
        {
            using var turn = await turns.TakeAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var known = await KnownAsync(raw, ct);
            if (known is null)
                Add(mailbox, folder, uidValidity, uid, raw);
            else if (known.Mailbox == mailbox)
                known.Move(folder.Name, uidValidity, uid, folder.IsJunk, clock.GetUtcNow());
            if (uid is { } number)
                await PassAsync(mailbox, folder.Name, uidValidity, number, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return known is null || known.RawKey == raw.Key.Value;
        }
        catch (DbUpdateException)
        {
            // A unique index or the row's version: another program was first. If so, its row is as good as ours.
            db.ChangeTracker.Clear();
            if (await KnownAsync(raw, ct) is not { } theirs)
                throw;
            return theirs.RawKey == raw.Key.Value;
        }
    }

    /// <summary>Up to where a folder has been fetched; null if nothing is known of this numbering.</summary>
    public async Task<long?> CursorAsync(string mailbox, string folder, long uidValidity, CancellationToken ct) =>
        await db.MailCursors.AsNoTracking().SingleOrDefaultAsync(row => row.Mailbox == mailbox && row.Folder == folder, ct) is { } cursor && cursor.UidValidity == uidValidity
            ? cursor.LastUid
            : null;

    private Task<InboundMail?> KnownAsync(RawMail raw, CancellationToken ct) => db.InboundMails.SingleOrDefaultAsync(mail => mail.Sha256 == raw.Sha256, ct);

    private void Add(string mailbox, MailFolder folder, long uidValidity, long? uid, RawMail raw)
    {
        var now = clock.GetUtcNow();
        var mail = new InboundMail
        {
            Id = Guid.CreateVersion7(now), Mailbox = mailbox, Folder = folder.Name, UidValidity = uidValidity, Uid = uid, IsJunk = folder.IsJunk,
            RawKey = raw.Key.Value, Size = raw.Size, Sha256 = raw.Sha256, ReceivedAt = now, MessageId = raw.MessageId, From = raw.From, SentAt = raw.SentAt,
        };
        mail.Jobs.Add(Job.ForMail(mail.Id, now));
        db.Add(mail);
    }

    private async Task PassAsync(string mailbox, string folder, long uidValidity, long uid, CancellationToken ct)
    {
        if (await db.MailCursors.SingleOrDefaultAsync(row => row.Mailbox == mailbox && row.Folder == folder, ct) is { } cursor)
            cursor.Pass(uidValidity, uid);
        else
            db.Add(new MailCursor { Mailbox = mailbox, Folder = folder, UidValidity = uidValidity, LastUid = uid });
    }
}
