using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Intake;
using Zhizhuxia.Mail.Reading;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>Writes what was decided about a mail, and the piece it makes or joins. Runs within a transaction; saving is the caller's.</summary>
public sealed class SettleMail(PortalDb db, ReceiveMail receive, ReceiveReply reply, TimeProvider clock)
{
    /// <param name="films">Already in the store.</param>
    public async Task RunAsync(Guid mailId, MailReading reading, Judgement judgement, IReadOnlyList<MailedFilm> films, CancellationToken ct)
    {
        var mail = await db.InboundMails.SingleAsync(row => row.Id == mailId, ct);
        if (mail.State is InboundState.Stored) // else a person was faster
            await SettleAsync(mail, reading, judgement, films, ct);
    }

    /// <summary>As <see cref="RunAsync"/>, by a person and whatever the rules had said.</summary>
    /// <param name="mail">Tracked.</param>
    /// <param name="by">Name of the person.</param>
    public async Task DecideAsync(InboundMail mail, MailReading reading, Judgement judgement, IReadOnlyList<MailedFilm> films, string by, CancellationToken ct)
    {
        await SettleAsync(mail, reading, judgement, films, ct);
        mail.Sign(by);
    }

    private async Task SettleAsync(InboundMail mail, MailReading reading, Judgement judgement, IReadOnlyList<MailedFilm> films, CancellationToken ct)
    {
        var facts = ReadFacts.Of(reading, films.Count, judgement.TakesFilms);
        switch (judgement)
        {
            case { State: InboundState.Piece }:
                var piece = await receive.RunAsync(ReadFacts.PieceOf(mail, reading, films), ct);
                mail.Settle(facts, InboundState.Piece, piece.Id, null);
                break;
            case { State: InboundState.Joined, SubmissionId: { } id }:
                await reply.RunAsync(id, mail.Id, reading.Text, films, ct);
                mail.Settle(facts, InboundState.Joined, id, null);
                break;
            case { State: InboundState.Bounce, LetterId: { } id }:
                mail.Settle(facts, await ReturnAsync(id, isFinal: judgement.Cause is null, ct), judgement.Cause);
                break;
            default:
                mail.Settle(facts, judgement.State, judgement.SubmissionId, judgement.Cause);
                break;
        }
    }

    private async Task<Letter> ReturnAsync(Guid letterId, bool isFinal, CancellationToken ct)
    {
        var letter = await db.Letters.SingleAsync(row => row.Id == letterId, ct);
        if (isFinal)
            letter.ReturnedAt ??= clock.GetUtcNow();
        return letter;
    }
}
