using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;

namespace Zhizhuxia.Web.Admin;

/// <summary>卡住的工作: what the machines gave up after their last try, with its cause and another round; and what they are at now.</summary>
[Authorize(Policies.Administrate)]
public sealed class ParkedJobsModel(PortalDb db, JobTable jobs, TimeProvider clock) : AdminPage
{
    private const int Most = 100;

    public IReadOnlyList<JobRow> Parked { get; private set; } = [];

    public IReadOnlyList<JobRow> Busy { get; private set; } = [];

    /// <summary>Jobs whose time has come and that no machine is at yet; those that wait for another try stand by themselves.</summary>
    public int Waiting { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Parked = await Rows(db.Jobs.Where(job => job.State == JobState.Dead)).ToListAsync(ct);
        Busy = await Rows(db.Jobs.Where(job => job.State == JobState.Running || (job.State == JobState.Ready && job.Failures > 0))).ToListAsync(ct);
        var now = clock.GetUtcNow();
        Waiting = await db.Jobs.CountAsync(job => job.State == JobState.Ready && job.Failures == 0 && job.ReadyAt <= now, ct);
    }

    /// <summary>The part of the page that tells how far running jobs are.</summary>
    public async Task<IActionResult> OnGetBusyAsync(CancellationToken ct)
    {
        await OnGetAsync(ct);
        return Partial("_BusyJobs", this);
    }

    public async Task OnPostRetryAsync(Guid job, CancellationToken ct)
    {
        if (await jobs.RetryAsync(job, clock.GetUtcNow(), ct))
            Done = "已经重新排队。";
        else
            Refusal = "它已经不在卡住的状态，可能同事先点了重试。";
        await OnGetAsync(ct);
    }

    private IQueryable<JobRow> Rows(IQueryable<Job> chosen) =>
        from job in chosen.AsNoTracking().OrderByDescending(job => job.CreatedAt).Take(Most)
        join piece in db.Submissions on job.SubmissionId equals piece.Id into pieces
        from piece in pieces.DefaultIfEmpty()
        orderby job.CreatedAt descending
        select new JobRow(
            job.Id, job.Kind, job.State, job.SubmissionId, piece.Number, job.Failures, job.Error, job.Progress, job.ProgressNote, job.CreatedAt, job.ReadyAt);
}
