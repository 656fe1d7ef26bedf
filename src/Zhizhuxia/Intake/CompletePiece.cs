using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>
/// The reader of a mailed piece completes it by the receipt's link: consents, declarations, missing originals. Words alone leave it where it is; the name
/// to print is filled in while 初审 has it, later only noted, so that no verdict becomes void by it. New films bring it back to 初审.
/// </summary>
public sealed class CompletePiece(PortalDb db, CompleteLink link, BringFilms bring, ReceiptCodes codes, TimeProvider clock)
{
    /// <param name="code">What stands behind # in the link.</param>
    /// <exception cref="RefusedException"><c>complete-link-dead</c></exception>
    public async Task<CompletionView> FindAsync(string? code, CancellationToken ct)
    {
        var piece = await OpenAsync(code, ct);
        var awaited = await db.AwaitedFiles.AsNoTracking().Where(file => file.SubmissionId == piece.Id && file.DoneAt == null).OrderBy(file => file.Id).ToListAsync(ct);
        return CompletionView.Of(piece, awaited, clock.GetUtcNow());
    }

    /// <param name="code">As <see cref="FindAsync"/>.</param>
    /// <param name="form">Kind and address are the piece's, whatever it says.</param>
    /// <param name="draft">The draft that films were uploaded into, or null.</param>
    /// <param name="ownerHash">SHA-256 of the browser's upload cookie, or null.</param>
    /// <returns>With the receipt code that opens the status page from now on.</returns>
    /// <exception cref="FormInvalidException">Fields to mend.</exception>
    /// <exception cref="RefusedException"><c>complete-link-dead</c>, <c>upload-unfinished</c>, <c>reader-stale</c>, or a guard.</exception>
    public async Task<ReceiptView> RunAsync(string? code, SubmissionForm form, Guid? draft, string? ownerHash, CancellationToken ct)
    {
        await using var transaction = await db.BeginAloneAsync(ct);
        var found = await OpenAsync(code, ct);
        var filled = form with { Kind = found.Kind, Email = found.Contact?.Email ?? form.Email, Mobile = form.Mobile ?? found.Contact?.Mobile };
        if (SubmissionFormRules.CheckCompletion(filled) is { Count: > 0 } errors)
            throw new FormInvalidException(errors);
        var films = await bring.RunAsync(found.Id, draft, ownerHash, ct);
        db.ChangeTracker.Clear();
        var piece = await db.GetAsync(found.Id, ct);
        var now = clock.GetUtcNow();
        if (films > 0)
            piece.Apply(Verb.Supplement, Actor.Reader, now, Decision.Plain);
        var credits = piece.Complete(filled, now);
        piece.Apply(Verb.Complete, Actor.Reader, now, new() { Comment = credits });
        await SaveAsync(ct);
        await transaction.CommitAsync(ct);
        return ReceiptView.Of(piece, codes.CodeOf(piece.Id));
    }

    private async Task<Submission> OpenAsync(string? code, CancellationToken ct) =>
        code?.Trim() is { } said && CompleteLink.PieceOf(said) is { } id && await db.LoadAsync(id, ct) is { } piece && link.Opens(said, piece, clock.GetUtcNow())
            ? piece
            : throw new RefusedException("complete-link-dead");

    private async Task SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusedException("reader-stale");
        }
    }
}
