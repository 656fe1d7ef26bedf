using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>
/// 逾期 (T10): reminds readers of what they were asked for three days and one day before it is due, and closes the pieces of those who have not
/// answered. Goes round by itself. Each piece is a transaction of its own: who answers at this very moment is first or second, never lost.
/// </summary>
public sealed class ExpireRequests(PortalDb db, TimeProvider clock) : IJobHandler
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);
    private static readonly int[] DaysBefore = [1, 3];

    public JobKind Kind => JobKind.ExpireRequests;

    public async Task RunAsync(JobContext job, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var waiting = await db.Submissions.AsNoTracking().Where(piece => piece.State == State.Waiting).OrderBy(piece => piece.Id)
            .Select(piece => new { piece.Id, piece.Request }).ToListAsync(ct);
        foreach (var piece in waiting.Where(piece => piece.Request is { } request && request.Due - now <= TimeSpan.FromDays(DaysBefore[^1])))
            await LookAtAsync(piece.Id, now, ct);
        db.ChangeTracker.Clear();
        await db.AddNextRoundAsync(JobKind.ExpireRequests, now + Every, now, ct);
        await job.CompleteAsync(db, ct);
    }

    private async Task LookAtAsync(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (await db.LoadAsync(id, ct) is not { State: State.Waiting, Request: { } request } piece)
            return;
        if (request.Due <= now)
            piece.Apply(Verb.Expire, Actor.Timer, now, Decision.Plain);
        else if (KeyOf(piece, request, now) is { } key && !await db.Letters.AnyAsync(letter => letter.Key == key, ct))
            piece.Write(LetterKind.Reminder, null, now, now, key: key);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // The reader has answered, or another program was first: the next round sees what is left to do.
        }
    }

    /// <summary>Names the reminder that is due now; null if none is. Nobody is reminded on the day they were asked.</summary>
    private static string? KeyOf(Submission piece, ReaderRequest request, DateTimeOffset now)
    {
        var asked = piece.History.Last(step => step.Verb is Verb.Ask);
        var days = DaysBefore.FirstOrDefault(days => request.Due - now <= TimeSpan.FromDays(days));
        return days > 0 && now - asked.At >= TimeSpan.FromDays(1)
            ? string.Create(CultureInfo.InvariantCulture, $"remind {days} {piece.Id:N} {asked.Number}")
            : null;
    }
}
