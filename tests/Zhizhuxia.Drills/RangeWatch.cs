using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Assets;
using Zhizhuxia.Jobs;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Drills;

/// <summary>Looks at the ranges of one film, as the database and the store have them.</summary>
internal sealed class RangeWatch(PortalData data, Guid assetId)
{
    /// <summary>Puts the piece to 已采用 by hand, and orders its ladder as the workflow does.</summary>
    public async Task AdoptAsync(CancellationToken ct)
    {
        await using var db = data.OpenDb();
        var asset = await db.Assets.AsNoTracking().SingleAsync(row => row.Id == assetId, ct);
        await db.Submissions.Where(row => row.Id == asset.SubmissionId).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, State.Adopted), ct);
        db.Jobs.Add(Job.ForAsset(JobKind.MakeLadder, asset.SubmissionId, assetId, TimeProvider.System.GetUtcNow()));
        await db.SaveChangesAsync(ct);
    }

    public async Task<bool> HasAsync(RenditionKind kind, CancellationToken ct)
    {
        await using var db = data.OpenDb();
        if (await db.Jobs.AsNoTracking().FirstOrDefaultAsync(job => job.State == JobState.Dead, ct) is { } parked)
            throw new InvalidOperationException($"{parked.Kind} is parked: {parked.Error}");
        return (await db.Assets.AsNoTracking().SingleAsync(row => row.Id == assetId, ct)).Find(kind)?.Entry is "proxy.m3u8" or "master.m3u8"; // under another name it still grows
    }

    public async Task<List<Job>> RangesAsync(CancellationToken ct)
    {
        await using var db = data.OpenDb();
        return await db.Jobs.AsNoTracking().Where(job => job.Kind == JobKind.EncodeRange).ToListAsync(ct);
    }

    public async Task<Job> JobAsync(Guid id, CancellationToken ct)
    {
        await using var db = data.OpenDb();
        return await db.Jobs.AsNoTracking().SingleAsync(job => job.Id == id, ct);
    }

    /// <returns>How long it took until somebody else had the job.</returns>
    public Task<TimeSpan> TakenOverAsync(Job held, CancellationToken ct) =>
        DrillRun.UntilAsync("the range is taken over", async () => (await JobAsync(held.Id, ct)).Token > held.Token, ct);

    /// <summary>Number of the part a job makes, and the attempt that made it.</summary>
    public async Task<(int Number, long? Attempt)> PartAsync(Job job, CancellationToken ct)
    {
        await using var db = data.OpenDb();
        var part = await db.LadderParts.AsNoTracking().SingleAsync(row => row.Id == job.PartId, ct);
        return (part.Number, part.Attempt);
    }

    /// <summary>Names of files in the store that carry an attempt.</summary>
    public async Task<List<string>> FilesOfAsync(long attempt, CancellationToken ct)
    {
        await using var scope = data.Scope();
        var prefix = BlobKey.Rendition(assetId, attempt, "x").Value[..^1];
        List<string> names = [];
        await foreach (var key in scope.ServiceProvider.GetRequiredService<IBlobStore>().ListAsync($"renditions/{assetId:N}/", ct))
            if (key.Value.StartsWith(prefix, StringComparison.Ordinal))
                names.Add(key.Value[prefix.Length..]);
        return names;
    }
}
