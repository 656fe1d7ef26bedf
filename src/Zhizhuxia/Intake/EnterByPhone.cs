using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>
/// 电话代录 (T2): an editor types a piece in for a caller. Consents and declarations are missing, as with a mail, and come by the same one-time link;
/// until then 终审 cannot adopt it. Whoever typed it in does not review it.
/// </summary>
public sealed class EnterByPhone(PortalDb db, ReceiptCodes codes, TimeProvider clock)
{
    /// <param name="id">Of the piece to be: the same form sent twice makes one.</param>
    /// <exception cref="FormInvalidException">Fields to mend.</exception>
    /// <exception cref="RefusedException"><c>only-typist</c>, or <c>not-possible-now</c>: another piece has this id.</exception>
    public async Task RunAsync(Guid id, Actor actor, PhoneForm form, CancellationToken ct)
    {
        if (form.Check() is { Count: > 0 } errors)
            throw new FormInvalidException(errors);
        if (await IsEnteredAsync(id, actor, ct))
            return;
        try
        {
            await SaveAsync(id, actor, form, ct);
        }
        catch (DbUpdateException second) when (!second.IsOfConnection) // the same form at the same moment
        {
            db.ChangeTracker.Clear();
            if (!await IsEnteredAsync(id, actor, ct))
                throw;
        }
    }

    /// <exception cref="RefusedException"><c>not-possible-now</c>: by somebody else.</exception>
    private async Task<bool> IsEnteredAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var former = await db.Submissions.Where(piece => piece.Id == id).Select(piece => new { piece.EnteredBy }).SingleOrDefaultAsync(ct);
        if (former is not null && former.EnteredBy != actor.EditorId)
            throw new RefusedException("not-possible-now");
        return former is not null;
    }

    private async Task SaveAsync(Guid id, Actor actor, PhoneForm form, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = clock.GetUtcNow();
        var piece = Begin(id, actor, form, now);
        piece.Apply(Verb.Enter, actor, now, Decision.Plain);
        piece.Number = await db.NextNumberAsync(now, ct);
        piece.ReceiptHash = codes.HashOf(codes.CodeOf(piece.Id));
        db.Add(piece);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static Submission Begin(Guid id, Actor actor, PhoneForm form, DateTimeOffset now)
    {
        var said = PlainText.Block(form.Said)!;
        var piece = new Submission { Id = id, Kind = form.Kind, Channel = Channel.Phone, EnteredBy = actor.EditorId, CreatedAt = now };
        piece.Contact = new(PlainText.Line(form.Name)!, SubmissionFormRules.NormalizeMobile(form.Mobile), SubmissionFormRules.NormalizeEmail(form.Email));
        piece.Fill(new(PlainText.Line(form.Title)!, said, [], null, null, null));
        piece.ProposalText = form.Kind is SubmissionKind.Proposal ? said : null;
        piece.LinkText = form.Kind is SubmissionKind.Link ? PlainText.Block(form.LinkText) : null;
        if (form.Kind is SubmissionKind.Link)
            piece.Know(ShareText.Parse(form.LinkText).Links, now);
        return piece;
    }
}
