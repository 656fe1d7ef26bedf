using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>
/// Removes what nobody will ask for again: uploads that were given up, drafts that were never submitted, bytes without a row. The row first says
/// that the bytes are not to be used, then they go, then the row; a crash in between leaves work for the next round.
/// </summary>
public sealed class SweepUploads(PortalDb db, IUploadArea area, AssetBytes bytes, LiveUploads live, TimeProvider clock, IOptions<IntakeOptions> options) : IJobHandler
{
    private const int Batch = 200;
    private readonly IntakeOptions _options = options.Value;

    public JobKind Kind => JobKind.SweepUploads;

    public async Task RunAsync(JobContext job, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        live.ForgetIdle();
        await PurgeGivenUpAsync(now, ct);
        await PurgeDraftsAsync(now, ct);
        await RemoveBytesAsync(ct);
        await RemoveOrphansAsync(now, ct);
        await RemoveDraftRowsAsync(now, ct);
        await db.Uploads.Where(upload => upload.ExpiresAt < now - _options.Remembered
                && (upload.Asset!.State == AssetState.Purged || upload.Asset!.Stored)).ExecuteDeleteAsync(ct);
        await db.RateWindows.Where(window => window.Until < now.ToUnixTimeSeconds()).ExecuteDeleteAsync(ct);
        await db.AddNextRoundAsync(JobKind.SweepUploads, now + _options.SweepEvery, now, ct);
        await job.CompleteAsync(db, ct);
    }

    private async Task PurgeGivenUpAsync(DateTimeOffset now, CancellationToken ct)
    {
        var assets = await db.Uploads.Where(upload => upload.Offset < upload.Length && upload.ExpiresAt <= now && upload.Asset!.State != AssetState.Purged)
            .OrderBy(upload => upload.Id).Select(upload => upload.Asset!).Take(Batch).ToListAsync(ct);
        await PurgeAsync(assets, ct);
    }

    /// <summary>The draft's row moves with its files: a reader who submits at this very moment makes one of the two give way, never both succeed.</summary>
    private async Task PurgeDraftsAsync(DateTimeOffset now, CancellationToken ct)
    {
        var drafts = await Forgotten(now).Where(piece => piece.Assets.Any(asset => asset.State != AssetState.Purged))
            .Include(piece => piece.Assets).OrderBy(piece => piece.Id).Take(Batch).ToListAsync(ct);
        foreach (var draft in drafts)
            draft.RowVersion++;
        await PurgeAsync([.. drafts.SelectMany(draft => draft.Assets).Where(asset => asset.State is not AssetState.Purged)], ct);
    }

    private async Task PurgeAsync(List<Asset> assets, CancellationToken ct)
    {
        foreach (var asset in assets)
            asset.Purge();
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Of assets whose row says that they are gone.</summary>
    private async Task RemoveBytesAsync(CancellationToken ct)
    {
        var purged = await db.Assets.Where(asset => asset.State == AssetState.Purged && asset.Stored).OrderBy(asset => asset.Id).Take(Batch).ToListAsync(ct);
        foreach (var asset in purged)
        {
            await bytes.RemoveAsync(asset, null, ct);
            asset.Forget();
        }
        await db.SaveChangesAsync(ct);
    }

    private async Task RemoveOrphansAsync(DateTimeOffset now, CancellationToken ct)
    {
        await foreach (var id in StrayUploads.FindAsync(db, area, now, ct))
            await area.DeleteAsync(id, ct);
    }

    /// <summary>As long as an upload is remembered, so is its draft: the address answers "gone", not "never was".</summary>
    private async Task RemoveDraftRowsAsync(DateTimeOffset now, CancellationToken ct)
    {
        var drafts = await Forgotten(now - _options.Remembered).Where(piece => piece.Assets.All(asset => asset.State == AssetState.Purged && !asset.Stored))
            .OrderBy(piece => piece.Id).Select(piece => piece.Id).Take(Batch).ToListAsync(ct);
        if (drafts.Count == 0)
            return;
        db.ChangeTracker.Clear();
        await using var transaction = await db.BeginAloneAsync(ct);
        await db.Jobs.Where(job => drafts.Contains(job.SubmissionId!.Value)).ExecuteDeleteAsync(ct);
        await db.Uploads.Where(upload => drafts.Contains(upload.Asset!.SubmissionId)).ExecuteDeleteAsync(ct);
        await db.Assets.Where(asset => drafts.Contains(asset.SubmissionId)).ExecuteDeleteAsync(ct);
        await db.Letters.Where(letter => drafts.Contains(letter.SubmissionId!.Value)).ExecuteDeleteAsync(ct);
        await db.Submissions.Where(piece => drafts.Contains(piece.Id) && piece.State == State.Draft).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Drafts without a sign of life for as long as uploads are kept.</summary>
    private IQueryable<Submission> Forgotten(DateTimeOffset now)
    {
        var before = now - _options.Kept;
        return db.Submissions.Where(piece => piece.State == State.Draft && piece.CreatedAt < before
            && !db.Uploads.Any(upload => upload.Asset!.SubmissionId == piece.Id && upload.ExpiresAt > now));
    }
}
