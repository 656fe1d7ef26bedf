using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>The letters of the page 发信, newest first. One that has not gone and has no words of an editor is shown as it would go now.</summary>
public sealed class LetterList(PortalDb db, ComposeLetter compose, TimeProvider clock)
{
    /// <param name="filter">Those in one state.</param>
    /// <param name="after">The last row of the page before; null for the first page.</param>
    /// <param name="take">Rows of a page.</param>
    public async Task<IReadOnlyList<LetterRow>> ReadAsync(LetterFilter filter, LetterRow? after, int take, CancellationToken ct)
    {
        var letters = Filtered(filter);
        if (after is not null)
            letters = letters.Where(letter => letter.CreatedAt < after.CreatedAt || (letter.CreatedAt == after.CreatedAt && letter.Id.CompareTo(after.Id) < 0));
        var rows = await Rows(letters.OrderByDescending(letter => letter.CreatedAt).ThenByDescending(letter => letter.Id).Take(take)).ToListAsync(ct);
        for (var at = 0; at < rows.Count; at++)
        {
            if (rows[at] is { Body: null, State: LetterState.Waiting, PieceId: { } piece })
                rows[at] = await DraftedAsync(rows[at], piece, ct);
        }
        return rows;
    }

    /// <summary>One letter; null if there is none.</summary>
    public Task<LetterRow?> FindAsync(Guid id, CancellationToken ct) =>
        Rows(db.Letters.AsNoTracking().Where(letter => letter.Id == id)).SingleOrDefaultAsync(ct);

    /// <summary>How many letters wait for a person.</summary>
    public Task<int> CountStuckAsync(CancellationToken ct) => Filtered(LetterFilter.Stuck).CountAsync(ct);

    private async Task<LetterRow> DraftedAsync(LetterRow row, Guid pieceId, CancellationToken ct)
    {
        var letter = await db.Letters.AsNoTracking().Include(one => one.Message).SingleAsync(one => one.Id == row.Id, ct);
        var piece = await db.Aggregate().Include(one => one.AwaitedFiles).AsNoTracking().SingleAsync(one => one.Id == pieceId, ct);
        var words = compose.Draft(letter, piece);
        return row with { Subject = words.Subject, Body = words.Body };
    }

    /// <summary>A letter has one job at a time; an older one is done.</summary>
    private IQueryable<Letter> Filtered(LetterFilter filter)
    {
        var now = clock.GetUtcNow();
        var letters = db.Letters.AsNoTracking();
        var waiting = letters.Where(letter => letter.State == LetterState.Waiting);
        return filter switch
        {
            LetterFilter.Stuck => waiting.Where(letter => db.Jobs.Any(job => job.LetterId == letter.Id && job.State == JobState.Dead)),
            LetterFilter.Held => waiting.Where(letter => letter.NotBefore > now),
            LetterFilter.Retrying => waiting.Where(letter => db.Jobs.Any(job => job.LetterId == letter.Id && job.Failures > 0 && (job.State == JobState.Ready || job.State == JobState.Running))),
            LetterFilter.Due => waiting.Where(letter => letter.NotBefore <= now && db.Jobs.Any(job => job.LetterId == letter.Id && job.Failures == 0 && job.State != JobState.Dead)),
            LetterFilter.Sent => letters.Where(letter => letter.State == LetterState.Sent),
            LetterFilter.CalledBack => letters.Where(letter => letter.State == LetterState.CalledBack),
            _ => letters,
        };
    }

    private IQueryable<LetterRow> Rows(IQueryable<Letter> letters) =>
        from letter in letters
        join found in db.Submissions on letter.SubmissionId equals found.Id into pieces
        from piece in pieces.DefaultIfEmpty()
        let job = db.Jobs.Where(job => job.LetterId == letter.Id).OrderByDescending(job => job.CreatedAt).FirstOrDefault()
        orderby letter.CreatedAt descending, letter.Id descending
        select new LetterRow(
            letter.Id, letter.SubmissionId, piece.Number, piece.Title, letter.Kind, letter.To, letter.Subject, letter.Body, letter.State,
            letter.CreatedAt, letter.NotBefore, letter.SentAt, job.Id, job.State, job.Failures, job.Error, job.ReadyAt);
}
