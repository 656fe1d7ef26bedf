using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Operation;

/// <summary>
/// Rows that wait for a job that does not exist, and jobs that wait for nobody. A job commits with the row it works for, so the first are the
/// work of a hand or of an error; adding the job is safe, because every job may run twice.
/// </summary>
public sealed class StuckWork(PortalDb db, TimeProvider clock)
{
    /// <summary>How long a job may be overdue before it is told; a busy newsroom's queue is longer than any lease.</summary>
    private static readonly TimeSpan Overdue = TimeSpan.FromHours(6);

    /// <param name="fix">Adds the missing jobs.</param>
    public async Task<IReadOnlyList<Finding>> FindAsync(bool fix, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        List<Finding> findings = [];
        var missing = await MissingAsync(now, ct);
        if (fix)
        {
            db.Jobs.AddRange(missing);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
        findings.AddRange(missing.Select(job => new Finding("job-missing", RowOf(job), $"没有工作 {job.Kind}") { Done = fix ? "已补上" : null }));
        findings.AddRange(await WaitingAsync(now, ct));
        return findings;
    }

    private async Task<List<Job>> MissingAsync(DateTimeOffset now, CancellationToken ct)
    {
        var assets = await db.Assets.AsNoTracking().Where(asset => asset.State == AssetState.Inspecting && !db.Jobs.Any(job => job.AssetId == asset.Id
            && job.State != JobState.Done && job.Kind == (asset.Stored ? JobKind.InspectAsset : JobKind.StoreAsset))).ToListAsync(ct);
        var letters = await db.Letters.AsNoTracking().Where(letter => letter.State == LetterState.Waiting
            && !db.Jobs.Any(job => job.LetterId == letter.Id && job.State != JobState.Done)).ToListAsync(ct);
        var mails = await db.InboundMails.AsNoTracking().Where(mail => mail.State == InboundState.Stored
            && !db.Jobs.Any(job => job.MailId == mail.Id && job.State != JobState.Done)).ToListAsync(ct);
        return
        [
            .. assets.Select(asset => Job.ForAsset(asset.Stored ? JobKind.InspectAsset : JobKind.StoreAsset, asset.SubmissionId, asset.Id, now)),
            .. letters.Select(letter => Job.ForLetter(letter.SubmissionId, letter.Id, letter.NotBefore > now ? letter.NotBefore : now, now)),
            .. mails.Select(mail => Job.ForMail(mail.Id, now)),
        ];
    }

    private async Task<IReadOnlyList<Finding>> WaitingAsync(DateTimeOffset now, CancellationToken ct)
    {
        var since = now - Overdue;
        var parked = await db.Jobs.Where(job => job.State == JobState.Dead).GroupBy(job => job.Kind).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        var overdue = await db.Jobs.CountAsync(job => (job.State == JobState.Ready && job.ReadyAt < since) || (job.State == JobState.Running && job.LeaseUntil < since), ct);
        return
        [
            .. parked.Select(kind => new Finding("job-parked", $"{kind.Key}", $"{kind.Count} 件卡住的工作，请到“卡住的工作”里看原因")),
            .. overdue == 0 ? (Finding[])[] : [new Finding("job-overdue", "Jobs", $"{overdue} 件工作等了 {Overdue.TotalHours} 小时以上没有人做：有没有程序在做工作？")],
        ];
    }

    private static string RowOf(Job job) => (job.AssetId, job.LetterId, job.MailId) switch
    {
        ({ } asset, _, _) => $"Asset {asset}",
        (_, { } letter, _) => $"Letter {letter}",
        var (_, _, mail) => $"InboundMail {mail}",
    };
}
