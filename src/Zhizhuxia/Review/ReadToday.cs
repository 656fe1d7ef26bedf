using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>Reads the 待办台 of a person.</summary>
public sealed class ReadToday(PortalDb db, ReviewQueue queue, TimeProvider clock)
{
    /// <summary>Lines of each list.</summary>
    public const int Most = 10;

    private static readonly TimeSpan Near = TimeSpan.FromDays(3);

    /// <summary>Pieces sent in before this have three days left of their 15, or fewer.</summary>
    public static DateTimeOffset SoonFrom(DateTimeOffset now) => now - Submission.AnswerWithin + Near;

    public async Task<Today> RunAsync(Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var clocks = await queue.PageAsync(actor, QueueFilter.Everything with { Before = SoonFrom(now) }, null, ct);
        return new(
            await CountAsync(actor, ct), [.. clocks.Rows.OrderBy(row => row.AnswerDue).Take(Most)], await AwaitedAsync(now, ct),
            actor.Roles.Contains(Role.Administrator) ? await StuckAsync(ct) : []);
    }

    /// <summary>Only the figures.</summary>
    public async Task<TodayCounts> CountAsync(Actor actor, CancellationToken ct)
    {
        var mine = QueueFilter.Everything with { Share = QueueShare.Mine };
        var soon = QueueFilter.Everything with { Share = QueueShare.Waiting, Before = SoonFrom(clock.GetUtcNow()) };
        var last = actor.Is(Performer.Editor3);
        return new(
            await queue.CountAsync(actor, ct), await queue.CountAsync(actor, mine, ct), await queue.CountAsync(actor, soon, ct),
            last ? await queue.CountAsync(actor, QueueFilter.Everything with { Share = QueueShare.LastWord }, ct) : 0, last ? 0 : await MailsAsync(ct));
    }

    private Task<int> MailsAsync(CancellationToken ct) =>
        db.InboundMails.CountAsync(mail => mail.State == InboundState.Unmatched || mail.State == InboundState.SetAside, ct);

    private async Task<IReadOnlyList<AwaitedOriginal>> AwaitedAsync(DateTimeOffset now, CancellationToken ct)
    {
        var until = now + Near;
        return await db.AwaitedFiles.AsNoTracking().Where(file => file.DoneAt == null && file.Expires != null && file.Expires > now && file.Expires <= until)
            .Join(db.Submissions.Where(piece => piece.State != State.Draft && piece.State != State.Closed), file => file.SubmissionId, piece => piece.Id, (file, piece) => new { file, piece })
            .OrderBy(row => row.file.Expires).ThenBy(row => row.file.Id).Take(Most)
            .Select(row => new AwaitedOriginal(row.piece.Id, row.piece.Number, row.piece.Title, row.file.Name, row.file.Size, row.file.Expires!.Value)).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<StuckWork>> StuckAsync(CancellationToken ct)
    {
        var jobs = await db.Jobs.AsNoTracking().Where(job => job.State == JobState.Dead).OrderByDescending(job => job.CreatedAt).Take(Most)
            .Select(job => new { job.Kind, job.SubmissionId, job.CreatedAt }).ToListAsync(ct);
        var ids = jobs.Select(job => job.SubmissionId).OfType<Guid>().ToList();
        var pieces = await db.QueueEntries.Where(entry => ids.Contains(entry.SubmissionId)).Select(entry => new { entry.SubmissionId, entry.Number, entry.Title }).ToDictionaryAsync(entry => entry.SubmissionId, ct);
        return
        [
            .. jobs.Select(job => job.SubmissionId is { } id && pieces.TryGetValue(id, out var piece)
                ? new StuckWork(job.Kind, id, piece.Number, piece.Title, job.CreatedAt)
                : new StuckWork(job.Kind, null, null, null, job.CreatedAt)),
        ];
    }
}
