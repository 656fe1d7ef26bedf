using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Intake;

/// <summary>Bytes in the upload area that no living upload claims.</summary>
public static class StrayUploads
{
    /// <summary>Young ones are left: their row may be about to be written.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);

    public static async IAsyncEnumerable<Guid> FindAsync(PortalDb db, IUploadArea area, DateTimeOffset now, [EnumeratorCancellation] CancellationToken ct)
    {
        var youngest = Guid.CreateVersion7(now - Grace);
        await foreach (var id in area.ListAsync(ct))
        {
            var claimed = await db.Uploads.AnyAsync(upload => upload.Id == id && upload.Asset!.State != AssetState.Purged && !upload.Asset.Stored, ct);
            if (!claimed && id.CompareTo(youngest) < 0)
                yield return id;
        }
    }
}
