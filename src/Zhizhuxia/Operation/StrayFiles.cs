using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Operation;

/// <summary>Files of the store that no row names: what a crash between file and row has left.</summary>
public sealed class StrayFiles(PortalDb db, IBlobStore store, TimeProvider clock, IOptions<OperationOptions> options)
{
    private const int KeysAtOnce = 200;

    /// <summary>Files that have a row, so far.</summary>
    public int Named { get; private set; }

    /// <summary>The file is listed first and its row looked for afterwards, so that a row written meanwhile counts.</summary>
    public async IAsyncEnumerable<BlobKey> FindAsync([EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var prefix in (string[])["originals/", "renditions/", "mail/"])
        {
            List<BlobKey> keys = [];
            await foreach (var key in store.ListAsync(prefix, ct))
            {
                keys.Add(key);
                if (keys.Count < KeysAtOnce)
                    continue;
                foreach (var stray in await StrayAsync(keys, ct))
                    yield return stray;
                keys.Clear();
            }
            foreach (var stray in await StrayAsync(keys, ct))
                yield return stray;
        }
    }

    private async Task<IReadOnlyList<BlobKey>> StrayAsync(List<BlobKey> keys, CancellationToken ct)
    {
        if (keys.Count == 0)
            return [];
        var named = keys[0].Value.StartsWith("mail/", StringComparison.Ordinal) ? await OfMailsAsync(keys, ct) : await OfAssetsAsync(keys, ct);
        List<BlobKey> stray = [];
        foreach (var key in keys)
        {
            if (named(key))
                Named++;
            else if (await store.LookAsync(key, ct) is { } facts && facts.WrittenAt < clock.GetUtcNow() - options.Value.Grace)
                stray.Add(key);
        }
        return stray;
    }

    private async Task<Func<BlobKey, bool>> OfMailsAsync(List<BlobKey> keys, CancellationToken ct)
    {
        var names = keys.ConvertAll(key => key.Value);
        var known = (await db.InboundMails.Where(mail => names.Contains(mail.RawKey)).Select(mail => mail.RawKey).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        return key => known.Contains(key.Value);
    }

    /// <summary>
    /// The original of every asset that is not purged counts, stored or not: its job may be at it. What an asset's jobs are making counts
    /// as long as one of them is to be done; that of a purged asset is the sweep's.
    /// </summary>
    private async Task<Func<BlobKey, bool>> OfAssetsAsync(List<BlobKey> keys, CancellationToken ct)
    {
        var ids = keys.Select(AssetOf).OfType<Guid>().Distinct().ToList();
        // Jobs first: one that ends from here on has written its row.
        var busy = (await db.Jobs.Where(job => ids.Contains(job.AssetId!.Value) && (job.State == JobState.Ready || job.State == JobState.Running))
            .Select(job => job.AssetId!.Value).Distinct().ToListAsync(ct)).ToHashSet();
        var assets = await db.Assets.AsNoTracking().Where(asset => ids.Contains(asset.Id)).ToListAsync(ct);
        var parts = (await db.LadderParts.AsNoTracking().Where(part => ids.Contains(part.AssetId)).ToListAsync(ct)).ToLookup(part => part.AssetId);
        var open = assets.Where(asset => busy.Contains(asset.Id) || (asset.State is AssetState.Purged && asset.Stored)).Select(asset => asset.Id).ToHashSet();
        var named = assets.SelectMany(asset => RowFiles.Of(asset, null, parts[asset.Id]).Files.Select(file => file.Name)
            .Append(asset.State is AssetState.Purged ? "" : BlobKey.Original(asset.Id).Value)).ToHashSet(StringComparer.Ordinal);
        return key => named.Contains(key.Value) || (AssetOf(key) is { } id && open.Contains(id));
    }

    private static Guid? AssetOf(BlobKey key) => Guid.TryParseExact(key.Value.Split('/').ElementAtOrDefault(1), "N", out var id) ? id : null;
}
