using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Zhizhuxia.Accounts;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>
/// Writes the letters to the staff: the digests at their times, alarms at once. Goes round by itself. A letter's key says what it tells whom,
/// and is unique: of two programs that are at it one fails, tries again, and finds it done.
/// </summary>
public sealed class TellStaff(PortalDb db, StaffTexts texts, IOptions<MailOptions> options, IOptions<AccountsOptions> accounts, TimeProvider clock) : IJobHandler
{
    /// <summary>"At once" is within this time.</summary>
    internal static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    /// <summary>Pieces that a digest names.</summary>
    internal const int Named = 20;

    private static readonly TimeSpan AlarmLeft = TimeSpan.FromDays(1);

    public JobKind Kind => JobKind.TellStaff;

    public async Task RunAsync(JobContext job, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var times = options.Value.Digests;
        var slot = times.Due(job.CreatedAt, now);
        var alone = await TakenDownAloneAsync(ct);
        foreach (var editor in await ReviewersAsync(ct))
        {
            var actor = Actor.Of(editor, await db.LentToAsync(editor, accounts.Value, now, ct)); // who stands in is told too
            var waiting = WaitingFor(actor, now);
            await AlarmAsync(editor, waiting, now, ct);
            if (actor.Is(Performer.Editor3))
                await CountersignAsync(editor, alone, now, ct);
            if (slot is { } due && !editor.DigestOff)
                await DigestAsync(editor, waiting, due, now, ct);
        }

        var next = times.Next(now) is { } time && time < now + Every ? time : now + Every;
        await db.AddNextRoundAsync(JobKind.TellStaff, next, now, ct);
        await job.CompleteAsync(db, ct);
    }

    /// <summary>Who has signed in once, and may do so still.</summary>
    private async Task<List<Editor>> ReviewersAsync(CancellationToken ct)
    {
        var people = await db.AtWork().AsNoTracking().Where(editor => editor.Email != null).OrderBy(editor => editor.Id).ToListAsync(ct);
        return people.FindAll(editor => Actor.Of(editor).Reviews);
    }

    private async Task DigestAsync(Editor editor, IQueryable<Submission> waiting, DateTimeOffset slot, DateTimeOffset now, CancellationToken ct)
    {
        var key = $"digest {slot.UtcDateTime:yyyyMMddHHmm} {editor.Id:N}";
        if (await db.Letters.AnyAsync(letter => letter.Key == key, ct))
            return;
        var count = await waiting.CountAsync(ct);
        if (count > 0)
            db.WriteToStaff(editor, LetterKind.StaffDigest, null, key, texts.Digest(editor.DisplayName, await NamedAsync(waiting, ct), count, now), now);
    }

    private async Task AlarmAsync(Editor editor, IQueryable<Submission> waiting, DateTimeOffset now, CancellationToken ct)
    {
        var (from, until) = (now - Submission.AnswerWithin - AlarmLeft, now - Submission.AnswerWithin + AlarmLeft);
        var alarming = waiting.Where(piece => piece.IsUrgent
            || (piece.State != State.Adopted && piece.SubmittedAt >= from && piece.SubmittedAt <= until));
        foreach (var piece in await NamedAsync(alarming, ct))
        {
            var (kind, key) = piece.IsUrgent
                ? (LetterKind.StaffUrgent, $"urgent {piece.State} {piece.Id:N} {editor.Id:N}")
                : (LetterKind.StaffClock, $"clock {piece.Id:N} {editor.Id:N}");
            if (await db.Letters.AnyAsync(letter => letter.Key == key, ct))
                continue;
            var words = piece.IsUrgent ? texts.Urgent(editor.DisplayName, piece, now) : texts.Clock(editor.DisplayName, piece, now);
            db.WriteToStaff(editor, kind, piece.Id, key, words, now);
        }
    }

    /// <summary>Takedowns that one person has decided alone.</summary>
    private Task<IReadOnlyList<StaffPiece>> TakenDownAloneAsync(CancellationToken ct)
    {
        var due = QueueMark.CountersignDue.Bit();
        return NamedAsync(PiecesOf(db.QueueEntries.Where(entry => entry.State == State.TakenDown && (entry.Marks & due) != 0)), ct);
    }

    /// <summary>Those that this person could agree to: told at once, and once more when the day is over.</summary>
    private async Task CountersignAsync(Editor editor, IReadOnlyList<StaffPiece> alone, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var piece in alone)
        {
            if (piece.Last is not { Verb: Verb.TakeDown } down || down.EditorId == editor.Id)
                continue;
            var late = now >= down.At + Effects.CountersignWithin;
            var key = $"countersign {(late ? "late" : "now")} {down.Id:N} {editor.Id:N}";
            if (!await db.Letters.AnyAsync(letter => letter.Key == key, ct))
                db.WriteToStaff(editor, LetterKind.StaffCountersign, piece.Id, key, texts.Countersign(editor.DisplayName, piece, down.At, now), now);
        }
    }

    private IQueryable<Submission> WaitingFor(Actor actor, DateTimeOffset now) => PiecesOf(db.QueueEntries.Where(new InTray(actor, now).Holds));

    private IQueryable<Submission> PiecesOf(IQueryable<QueueEntry> entries) =>
        entries.Join(db.Submissions.AsNoTracking(), entry => entry.SubmissionId, piece => piece.Id, (_, piece) => piece);

    private static async Task<IReadOnlyList<StaffPiece>> NamedAsync(IQueryable<Submission> pieces, CancellationToken ct) => await pieces
        .OrderByDescending(piece => piece.IsUrgent).ThenBy(piece => piece.SubmittedAt).ThenBy(piece => piece.Id).Take(Named)
        .Select(piece => new StaffPiece(
            piece.Id, piece.Number, piece.Title, piece.State, piece.IsUrgent, piece.SubmittedAt, piece.History.OrderByDescending(step => step.Number).FirstOrDefault()))
        .ToListAsync(ct);
}
