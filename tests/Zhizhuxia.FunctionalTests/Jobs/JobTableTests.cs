using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Jobs;

public sealed class JobTableTests
{
    private static readonly JobKind[] Sweeping = [JobKind.SweepUploads];
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly DateTimeOffset Past = TimeProvider.System.GetUtcNow().AddMinutes(-1);

    [Fact]
    public async Task A_job_is_claimed_once_however_many_ask()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var ids = await AddAsync(newsroom, 5);
        var table = newsroom.Services.GetRequiredService<JobTable>();

        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => table.ClaimAsync(Sweeping, Ct)));

        Assert.Equal(ids.Order(), claims.OfType<Job>().Select(job => job.Id).Order());
        Assert.All(claims.OfType<Job>(), job => Assert.Equal(1, job.Token));
    }

    [Fact]
    public async Task Only_the_asked_kinds_are_claimed_and_the_urgent_go_first()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var db = newsroom.OpenDb();
        var late = Job.Chore(JobKind.SweepUploads, Past, Past);
        var mail = new Job { Id = Guid.CreateVersion7(), Kind = JobKind.SendMail, CreatedAt = Past, ReadyAt = Past };
        db.Jobs.AddRange(late, mail);
        await db.SaveChangesAsync(Ct);
        var table = newsroom.Services.GetRequiredService<JobTable>();

        Assert.Null(await table.ClaimAsync([JobKind.MakeProxy], Ct));
        Assert.Equal(mail.Id, (await table.ClaimAsync([JobKind.SweepUploads, JobKind.SendMail], Ct))!.Id);
        Assert.Equal(late.Id, (await table.ClaimAsync([JobKind.SweepUploads, JobKind.SendMail], Ct))!.Id);
    }

    [Fact]
    public async Task A_job_waits_for_its_time()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var db = newsroom.OpenDb();
        db.Jobs.Add(Job.Chore(JobKind.SweepUploads, TimeProvider.System.GetUtcNow().AddMinutes(10), Past));
        await db.SaveChangesAsync(Ct);

        Assert.Null(await newsroom.Services.GetRequiredService<JobTable>().ClaimAsync(Sweeping, Ct));
    }

    /// <summary>The database's clock may be coarser than the one that wrote the row.</summary>
    [Fact]
    public async Task A_job_for_now_is_ready_at_once()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var id = Assert.Single(await AddAsync(newsroom, 1));
        await using var db = newsroom.OpenDb();
        var table = newsroom.Services.GetRequiredService<JobTable>();

        for (var round = 0; round < 200; round++)
        {
            var now = TimeProvider.System.GetUtcNow();
            await db.Jobs.Where(job => job.Id == id).ExecuteUpdateAsync(set => set.SetProperty(job => job.State, JobState.Ready).SetProperty(job => job.ReadyAt, now), Ct);

            Assert.NotNull(await table.ClaimAsync(Sweeping, Ct));
        }
    }

    [Fact]
    public async Task A_silent_worker_loses_its_job_and_cannot_finish_it()
    {
        await using var newsroom = await Newsroom.OpenAsync(new Dictionary<string, string?> { ["Jobs:Lease"] = "00:00:00.001" });
        await AddAsync(newsroom, 1);
        var table = newsroom.Services.GetRequiredService<JobTable>();
        var silent = (await table.ClaimAsync(Sweeping, Ct))!;
        Job? second;
        while ((second = await table.ClaimAsync(Sweeping, Ct)) is null)
            await Task.Yield();

        await using var db = newsroom.OpenDb();
        db.Columns.Add(new Column { Id = Guid.CreateVersion7(), Name = "视·试刊" });
        await Assert.ThrowsAsync<JobLostException>(() => JobTable.CompleteAsync(silent, db, Ct));
        await Assert.ThrowsAsync<JobLostException>(() => table.ReportAsync(silent, 0.5, "", Ct));
        await Assert.ThrowsAsync<JobLostException>(() => table.RenewAsync(silent, Ct));

        await using var fresh = newsroom.OpenDb();
        Assert.Equal((2, 0), ((int)second.Token, await fresh.Columns.CountAsync(Ct)));
    }

    [Fact]
    public async Task The_end_of_a_job_and_what_it_did_are_one_commit()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await AddAsync(newsroom, 1);
        var job = (await newsroom.Services.GetRequiredService<JobTable>().ClaimAsync(Sweeping, Ct))!;
        await using (var db = newsroom.OpenDb())
        {
            db.Columns.Add(new Column { Id = Guid.CreateVersion7(), Name = "视·试刊" });
            await JobTable.CompleteAsync(job, db, Ct);
        }

        await using var fresh = newsroom.OpenDb();
        Assert.Equal((JobState.Done, 1), ((await fresh.Jobs.SingleAsync(Ct)).State, await fresh.Columns.CountAsync(Ct)));
    }

    [Fact]
    public async Task So_many_failures_park_a_job_and_an_operator_can_try_again()
    {
        await using var newsroom = await Newsroom.OpenAsync(new Dictionary<string, string?> { ["Jobs:FirstBackOff"] = "00:00:00", ["Jobs:MaxFailures"] = "8" });
        var id = Assert.Single(await AddAsync(newsroom, 1));
        var table = newsroom.Services.GetRequiredService<JobTable>();
        for (var failure = 0; failure < 8; failure++)
        {
            Job? job;
            while ((job = await table.ClaimAsync(Sweeping, Ct)) is null) // the database's clock counts milliseconds, ours less
                await Task.Yield();
            await table.FailAsync(job, "IOException: disk", final: false, Ct);
        }

        Assert.Null(await table.ClaimAsync(Sweeping, Ct));
        await using (var db = newsroom.OpenDb())
        {
            var parked = await db.Jobs.SingleAsync(Ct);
            Assert.Equal((JobState.Dead, 8, "IOException: disk"), (parked.State, parked.Failures, parked.Error));
        }
        Assert.True(await table.RetryAsync(id, Past, Ct));
        Assert.False(await table.RetryAsync(id, Past, Ct));
        Assert.NotNull(await table.ClaimAsync(Sweeping, Ct));
    }

    [Fact]
    public async Task What_a_former_life_held_is_free_at_the_next_start()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await AddAsync(newsroom, 1);
        var table = newsroom.Services.GetRequiredService<JobTable>();
        await table.ClaimAsync(Sweeping, Ct);

        Assert.Null(await table.ClaimAsync(Sweeping, Ct));
        Assert.Equal(1, await table.FreeFormerLifeAsync(Ct));
        Assert.Equal(2, (await table.ClaimAsync(Sweeping, Ct))!.Token);
    }

    private static async Task<IReadOnlyList<Guid>> AddAsync(Newsroom newsroom, int count)
    {
        await using var db = newsroom.OpenDb();
        var jobs = Enumerable.Range(0, count).Select(_ => Job.Chore(JobKind.SweepUploads, Past, Past)).ToList();
        db.Jobs.AddRange(jobs);
        await db.SaveChangesAsync(Ct);
        return [.. jobs.Select(job => job.Id)];
    }
}
