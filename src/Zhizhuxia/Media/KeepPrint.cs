using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Alike;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;

namespace Zhizhuxia.Media;

/// <summary>Puts a film's fingerprint into the database, where other films find it, and orders the search for what it is like; saved with the end of the job that made it.</summary>
public sealed class KeepPrint(PortalDb db, TimeProvider clock)
{
    /// <summary>Whether the film has one already.</summary>
    public Task<bool> IsKeptAsync(Asset asset, CancellationToken ct) => db.Fingerprints.AnyAsync(print => print.AssetId == asset.Id, ct);

    /// <param name="folder">Where the outputs of the run lie.</param>
    public async Task StageAsync(Asset asset, string folder, CancellationToken ct)
    {
        if (await IsKeptAsync(asset, ct))
            return;
        db.Add(Fingerprint.Of(asset.Id, await new PrintReader(folder).ReadAsync(ct)));
        db.Add(Job.ForAsset(JobKind.FindDuplicates, asset.SubmissionId, asset.Id, clock.GetUtcNow()));
    }
}
