using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>
/// 换编码重读 of a mail that is, or belongs to, a piece already. A piece made of it gets the words anew as its next version while it lies at 初审 with the
/// mail's own words; a mail that belongs to a piece is only shown anew.
/// </summary>
public sealed class RereadMail(PortalDb db, RawContent raw, TimeProvider clock)
{
    /// <param name="charset">One of <see cref="SortMail.Charsets"/>; anything else: as found.</param>
    /// <returns>The piece.</returns>
    /// <exception cref="RefusedException"><c>not-found</c>; <c>mail-decided</c>: its words are not the mail's any more; or as <see cref="Rewording.Reword"/>.</exception>
    public async Task<Guid> RunAsync(Guid id, string? charset, Actor by, CancellationToken ct)
    {
        var mail = await db.InboundMails.SingleOrDefaultAsync(row => row.Id == id && (row.State == InboundState.Piece || row.State == InboundState.Joined), ct)
            ?? throw new RefusedException("not-found");
        var piece = await db.GetAsync(mail.SubmissionId!.Value, ct);
        var before = MailedWords.Of(mail.Facts!.Subject, mail.Facts.Text);
        mail.Choose(SortMail.Charsets.Contains(charset) ? charset : null, by.Name);
        var reading = await raw.ReadAsync(mail, ct);
        var name = MailedWords.NameOf(reading.From?.Name, piece.Contact?.Email);
        var renames = mail.State is InboundState.Piece && piece is { Declarations: null, Contact: { } known } && known.Name != name;
        if (mail.State is InboundState.Piece && !(renames && before == MailedWords.Of(reading.Subject, reading.Text)))
            Reword(piece, before, MailedWords.Of(reading.Subject, reading.Text), by, $"换编码重读来信：{mail.Charset ?? "自动识别"}");
        if (renames)
            piece.Contact = piece.Contact! with { Name = name };
        var facts = ReadFacts.Of(reading, films: int.MaxValue, takesFilms: true);
        mail.Know(facts with { Warnings = [.. facts.Warnings, .. mail.Facts.Warnings.Where(ReadFacts.IsOfFilms)] }); // what became of its films was said at first
        await db.SaveAsync(piece, ct);
        return piece.Id;
    }

    private void Reword(Submission piece, MailedWords before, MailedWords after, Actor by, string reason)
    {
        if (piece.Title != before.Title || piece.Text != before.Text)
            throw new RefusedException("mail-decided");
        piece.Reword(Content.Of(piece) with { Title = after.Title, Text = after.Text, Material = after.Material }, by, clock.GetUtcNow(), reason);
    }
}
