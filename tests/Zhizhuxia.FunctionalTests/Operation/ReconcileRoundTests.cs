using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Zhizhuxia.Data;
using Zhizhuxia.FunctionalTests.Jobs;
using Zhizhuxia.Jobs;
using Zhizhuxia.Operation;
using Zhizhuxia.Storage;

namespace Zhizhuxia.FunctionalTests.Operation;

/// <summary>The look through records and files that the program takes by itself.</summary>
public sealed class ReconcileRoundTests : IAsyncLifetime
{
    private Newsroom _newsroom = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _newsroom = await Newsroom.OpenAsync();

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    [Fact]
    public async Task What_is_lost_is_told_and_looked_for_again_soon_and_nothing_is_mended()
    {
        await _newsroom.AddFilmAsync([1, 2, 3]);
        await _newsroom.Store().DeleteAsync(BlobKey.Original((await _newsroom.AddFilmAsync([4])).Id), Ct);
        var before = await LatestAsync();

        await StartAsync();
        await _newsroom.DoNextAsync(JobKind.Reconcile, Ct);

        Assert.Null(before);
        Assert.Equal(1, (await LatestAsync())!.Findings);
        Assert.InRange(await WaitAsync(), TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(60));
    }

    [Fact]
    public async Task All_is_well_for_a_day_or_until_a_start_that_is_not_the_next_of_many()
    {
        await _newsroom.AddFilmAsync([1, 2, 3]);
        await StartAsync();
        await _newsroom.DoNextAsync(JobKind.Reconcile, Ct);
        var (findings, wait) = ((await LatestAsync())!.Findings, await WaitAsync());

        await StartAsync(); // one of many workers that come and go
        var again = await WaitAsync();
        await using (var db = _newsroom.OpenDb())
            await db.Jobs.Where(job => job.Kind == JobKind.Reconcile && job.State == JobState.Done)
                .ExecuteUpdateAsync(set => set.SetProperty(job => job.FinishedAt, TimeProvider.System.GetUtcNow().AddHours(-2)), Ct);
        await StartAsync();

        Assert.Equal(0, findings);
        Assert.InRange(wait, TimeSpan.FromHours(23), TimeSpan.FromHours(24));
        Assert.InRange(again, TimeSpan.FromHours(23), TimeSpan.FromHours(24));
        Assert.InRange(await WaitAsync(), TimeSpan.FromMinutes(-10), TimeSpan.Zero);
    }

    private async Task StartAsync()
    {
        foreach (var starter in _newsroom.Services.GetServices<IHostedService>().OfType<ChoreStarter>())
            await starter.StartAsync(Ct);
    }

    private async Task<LatestReconcile?> LatestAsync()
    {
        await using var db = _newsroom.OpenDb();
        return await LatestReconcile.ReadAsync(db, Ct);
    }

    /// <summary>Until the next round.</summary>
    private async Task<TimeSpan> WaitAsync()
    {
        await using var db = _newsroom.OpenDb();
        var next = await db.Jobs.SingleAsync(job => job.Kind == JobKind.Reconcile && job.State == JobState.Ready, Ct);
        return next.ReadyAt - TimeProvider.System.GetUtcNow();
    }
}
