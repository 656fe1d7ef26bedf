using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>The letters of the page 发信, newest first.</summary>
public sealed class LetterList(PortalDb db)
{
    /// <param name="after">The last row of the page before; null for the first page.</param>
    /// <param name="take">Rows of a page.</param>
    public async Task<IReadOnlyList<LetterRow>> ReadAsync(LetterRow? after, int take, CancellationToken ct)
    {
        var letters = db.Letters.AsNoTracking();
        if (after is not null)
            letters = letters.Where(letter => letter.CreatedAt < after.CreatedAt || (letter.CreatedAt == after.CreatedAt && letter.Id.CompareTo(after.Id) < 0));
        return await Rows(letters.OrderByDescending(letter => letter.CreatedAt).ThenByDescending(letter => letter.Id).Take(take)).ToListAsync(ct);
    }

    /// <summary>One letter; null if there is none.</summary>
    public Task<LetterRow?> FindAsync(Guid id, CancellationToken ct) =>
        Rows(db.Letters.AsNoTracking().Where(letter => letter.Id == id)).SingleOrDefaultAsync(ct);

    private IQueryable<LetterRow> Rows(IQueryable<Letter> letters) =>
        from letter in letters
        join found in db.Submissions on letter.SubmissionId equals found.Id into pieces
        from piece in pieces.DefaultIfEmpty()
        let job = db.Jobs.Where(job => job.LetterId == letter.Id).OrderByDescending(job => job.CreatedAt).FirstOrDefault()
        orderby letter.CreatedAt descending, letter.Id descending
        select new LetterRow(
            letter.Id, letter.SubmissionId, piece.Number, piece.Title, letter.Kind, letter.To, letter.Subject, letter.Body, letter.State,
            letter.CreatedAt, letter.NotBefore, letter.SentAt, job.Id, job.State, job.Failures, job.Error);
}
