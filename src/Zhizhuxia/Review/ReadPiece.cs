using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>Reads what the page 审稿页 shows.</summary>
public sealed class ReadPiece(PortalDb db, ReadAlike alike)
{
    private const int MostMails = 50;

    /// <summary>Null if there is no such piece, or it is still a reader's draft.</summary>
    public async Task<PieceFolder?> RunAsync(Guid id, CancellationToken ct)
    {
        var piece = await db.Aggregate().Include(row => row.Letters.OrderBy(letter => letter.CreatedAt)).AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == id && row.State != State.Draft, ct);
        if (piece is null)
            return null;
        var columns = await db.Columns.AsNoTracking().Where(column => column.Open || column.Id == piece.ColumnId)
            .OrderBy(column => column.Position).ThenBy(column => column.Name).ToListAsync(ct);
        var typist = piece.EnteredBy is { } editor
            ? await db.Users.Where(user => user.Id == editor).Select(user => user.DisplayName).SingleOrDefaultAsync(ct)
            : null;
        var links = await db.LinkFacts.AsNoTracking().Where(link => link.SubmissionId == id).OrderBy(link => link.Id).ToListAsync(ct);
        var partner = piece.ApiKeyId is { } key
            ? await db.ApiKeys.Where(row => row.Id == key).Select(row => row.Partner).SingleAsync(ct)
            : null;
        return new(piece, columns, await WorkAsync(id, ct), typist)
        {
            Partner = partner, Links = links, Other = await OtherAsync(piece.DuplicateOf, ct), Alike = await alike.OfAsync(id, ct),
            Mails = await db.InboundMails.AsNoTracking().Where(mail => mail.SubmissionId == id && (mail.State == InboundState.Piece || mail.State == InboundState.Joined || mail.State == InboundState.Bounce))
                .OrderBy(mail => mail.ReceivedAt).ThenBy(mail => mail.Id).Take(MostMails).ToListAsync(ct),
            Notes = await NotesAsync(id, ct),
            Unread = await db.Messages.CountAsync(message => message.SubmissionId == id && message.EditorId == null && message.ReadAt == null, ct),
            Awaited = await db.AwaitedFiles.AsNoTracking().Where(file => file.SubmissionId == id && file.DoneAt == null).OrderBy(file => file.Id).ToListAsync(ct),
        };
    }

    private async Task<PieceLink?> OtherAsync(Guid? id, CancellationToken ct) => id is null ? null : await db.Submissions.AsNoTracking()
        .Where(other => other.Id == id).Select(other => new PieceLink(other.Id, other.Number, other.Title, other.State)).SingleAsync(ct);

    /// <summary>批注 of a piece, by film and moment.</summary>
    public async Task<IReadOnlyList<FilmNote>> NotesAsync(Guid id, CancellationToken ct) => await db.FilmNotes.AsNoTracking()
        .Where(note => note.SubmissionId == id)
        .OrderBy(note => note.AssetId != null).ThenBy(note => note.AssetId) // the two databases put nothing at different ends
        .ThenBy(note => note.AtSeconds != null).ThenBy(note => note.AtSeconds).ThenBy(note => note.Id).ToListAsync(ct);

    /// <summary>Jobs of a piece that are not done, the oldest first.</summary>
    public async Task<IReadOnlyList<Job>> WorkAsync(Guid id, CancellationToken ct) => await db.Jobs.AsNoTracking()
        .Where(job => job.SubmissionId == id && job.State != JobState.Done).OrderBy(job => job.CreatedAt).ToListAsync(ct);
}
