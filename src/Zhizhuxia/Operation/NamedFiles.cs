using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;

namespace Zhizhuxia.Operation;

/// <summary>Every file that the rows of a database name.</summary>
internal static class NamedFiles
{
    private const int RowsAtOnce = 500;

    /// <summary>Row by row in the order of their ids, a page at a time: safe while rows come and go.</summary>
    public static async IAsyncEnumerable<RowFiles> ReadAsync(PortalDb db, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var files in AssetsAsync(db, ct))
            yield return files;
        await foreach (var files in MailsAsync(db, ct))
            yield return files;
    }

    /// <summary>What the same row names now; nothing where it is gone.</summary>
    public static async Task<RowFiles> AgainAsync(PortalDb db, RowFiles former, CancellationToken ct)
    {
        var id = former.Id;
        if (former.Kind is nameof(Asset))
        {
            var now = await OfAsync(db, await db.Assets.AsNoTracking().Where(asset => asset.Id == id).ToListAsync(ct), ct);
            return now.SingleOrDefault() ?? former with { Files = [], Sums = [] };
        }
        var mail = await db.InboundMails.AsNoTracking().SingleOrDefaultAsync(mail => mail.Id == id, ct);
        return mail is null ? former with { Files = [], Sums = [] } : RowFiles.Of(mail);
    }

    private static async IAsyncEnumerable<RowFiles> AssetsAsync(PortalDb db, [EnumeratorCancellation] CancellationToken ct)
    {
        var last = Guid.Empty;
        while (true)
        {
            var page = await db.Assets.AsNoTracking().Where(asset => asset.Id > last && asset.State != AssetState.Purged)
                .OrderBy(asset => asset.Id).Take(RowsAtOnce).ToListAsync(ct);
            foreach (var files in await OfAsync(db, page, ct))
                yield return files;
            if (page.Count < RowsAtOnce)
                yield break;
            last = page[^1].Id;
        }
    }

    private static async Task<IReadOnlyList<RowFiles>> OfAsync(PortalDb db, List<Asset> assets, CancellationToken ct)
    {
        var ids = assets.ConvertAll(asset => asset.Id);
        var uploads = (await db.Uploads.AsNoTracking().Where(upload => ids.Contains(upload.AssetId)).ToListAsync(ct)).ToLookup(upload => upload.AssetId);
        var parts = (await db.LadderParts.AsNoTracking().Where(part => ids.Contains(part.AssetId)).ToListAsync(ct)).ToLookup(part => part.AssetId);
        return assets.ConvertAll(asset => RowFiles.Of(asset, uploads[asset.Id].FirstOrDefault(), parts[asset.Id]));
    }

    private static async IAsyncEnumerable<RowFiles> MailsAsync(PortalDb db, [EnumeratorCancellation] CancellationToken ct)
    {
        var last = Guid.Empty;
        while (true)
        {
            var page = await db.InboundMails.AsNoTracking().Where(mail => mail.Id > last).OrderBy(mail => mail.Id).Take(RowsAtOnce).ToListAsync(ct);
            foreach (var mail in page)
                yield return RowFiles.Of(mail);
            if (page.Count < RowsAtOnce)
                yield break;
            last = page[^1].Id;
        }
    }
}
