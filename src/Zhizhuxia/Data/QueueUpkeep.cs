using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Assets;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Data;

/// <summary>
/// Renews the rows of the queue in the transaction of every change to a piece, its files, consents, links and tags. A new piece is described from
/// memory; of all others the database is asked once the change is written, because whoever changes a file does not know the piece.
/// </summary>
internal static class QueueUpkeep
{
    private const int PiecesAtOnce = 200;

    /// <param name="save">Writes what the context has tracked; called once or twice.</param>
    /// <returns>Rows written by the caller's own changes.</returns>
    public static async Task<int> SaveAsync(PortalDb db, Func<Task<int>> save, CancellationToken ct)
    {
        var touched = Touched(db);
        if (touched.Count == 0)
            return await save();
        foreach (var piece in db.ChangeTracker.Entries<Submission>().Where(row => row.State is EntityState.Added && touched.Remove(row.Entity.Id)).Select(row => row.Entity).ToList())
            if (piece.State is not State.Draft)
                db.QueueEntries.Add(new QueueEntry { SubmissionId = piece.Id }.Describe(piece, [], readerWrote: false));
        if (touched.Count == 0)
            return await SavedAsync(db, save);
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        var rows = await save();
        await RenewAsync(db, touched, ct);
        await SavedAsync(db, save);
        if (own is not null)
            await own.CommitAsync(ct);
        return rows;
    }

    /// <summary>Renews the rows of pieces that were changed past the context, in the caller's transaction.</summary>
    public static async Task RenewedAsync(PortalDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        await RenewAsync(db, ids, ct);
        await SavedAsync(db, () => db.SaveChangesAsync(ct));
    }

    /// <summary>Makes the rows that pieces of an older program lack, in the order in which the pieces came. Ends at once where none is missing.</summary>
    public static async Task FillAsync(PortalDb db, CancellationToken ct)
    {
        var last = await db.Submissions.Where(piece => piece.State != State.Draft).OrderByDescending(piece => piece.Id).Select(piece => piece.Id).FirstOrDefaultAsync(ct);
        if (last == Guid.Empty || await db.QueueEntries.AnyAsync(entry => entry.SubmissionId == last, ct))
            return;
        while (true)
        {
            await using var alone = await db.BeginAloneAsync(ct); // another program may start at this moment
            var missing = await db.Submissions.Where(piece => piece.State != State.Draft && !db.QueueEntries.Any(entry => entry.SubmissionId == piece.Id))
                .OrderBy(piece => piece.Id).Select(piece => piece.Id).Take(PiecesAtOnce).ToListAsync(ct);
            if (missing.Count == 0)
                return;
            await RenewAsync(db, missing, ct);
            await db.SaveChangesAsync(ct);
            await alone.CommitAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Afterwards the context forgets the rows: they are compared with what the database says at the next change, not with what this context once wrote.</summary>
    private static async Task<int> SavedAsync(PortalDb db, Func<Task<int>> save)
    {
        var rows = await save();
        foreach (var entry in db.ChangeTracker.Entries<QueueEntry>().ToList())
            entry.State = EntityState.Detached;
        return rows;
    }

    private static HashSet<Guid> Touched(PortalDb db)
    {
        HashSet<Guid> touched = [];
        foreach (var row in db.ChangeTracker.Entries().Where(row => row.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            if (row.Entity is Submission piece && row.State is not EntityState.Deleted)
                touched.Add(piece.Id);
            else if (row.Entity is Asset asset && (row.State is EntityState.Added || row.Property(nameof(Asset.RowVersion)).IsModified))
                touched.Add(asset.SubmissionId);
            else if (row.Entity is LinkFact { SubmissionId: var linked })
                touched.Add(linked);
            else if (row.Entity is Consent { SubmissionId: var agreed })
                touched.Add(agreed);
            else if (row.Entity is PieceTag { SubmissionId: var tagged })
                touched.Add(tagged);
            else if (row.Entity is Message { SubmissionId: var written })
                touched.Add(written);
        }
        return touched;
    }

    private static async Task RenewAsync(PortalDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        // Two who change a piece and its film at once each see only their own change: whoever comes second waits, then reads both. SQLite has one writer
        // anyway. The piece is held, because a draft has no row in the queue yet; in a way that rows which name it do not wait.
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Submissions" WHERE "Id" = ANY({ids.ToArray()}) ORDER BY "Id" FOR NO KEY UPDATE""", ct);
        var pieces = await db.Submissions.AsNoTracking().AsSplitQuery()
            .Include(piece => piece.Assets).Include(piece => piece.History.OrderBy(step => step.Number)).Include(piece => piece.Consents).Include(piece => piece.Links.OrderBy(link => link.Id))
            .Where(piece => ids.Contains(piece.Id) && piece.State != State.Draft).OrderBy(piece => piece.Id).ToListAsync(ct);
        if (pieces.Count == 0)
            return;
        var entries = await db.QueueEntries.Where(entry => ids.Contains(entry.SubmissionId)).ToDictionaryAsync(entry => entry.SubmissionId, ct);
        var tags = await db.PieceTags.AsNoTracking().Where(tag => ids.Contains(tag.SubmissionId)).OrderBy(tag => tag.Word).ToListAsync(ct);
        var written = await db.Messages.Where(message => ids.Contains(message.SubmissionId) && message.EditorId == null && message.ReadAt == null)
            .Select(message => message.SubmissionId).Distinct().ToListAsync(ct);
        foreach (var piece in pieces)
        {
            if (!entries.TryGetValue(piece.Id, out var entry))
                db.QueueEntries.Add(entry = new() { SubmissionId = piece.Id });
            entry.Describe(piece, [.. tags.Where(tag => tag.SubmissionId == piece.Id).Select(tag => tag.Word)], written.Contains(piece.Id));
        }
    }
}
