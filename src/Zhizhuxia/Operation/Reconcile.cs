using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Intake;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Operation;

/// <summary>Rows against files, uploads against their bytes, work against its jobs. Mends what is safe to mend; safe while the program runs.</summary>
public sealed class Reconcile(PortalDb db, StrayFiles strays, CheckFiles files, StuckWork work, BytePlaces bytes)
{
    /// <summary>So many files without a row, and this share of all, is no crash's leftover: somebody has put an older database beside the files.</summary>
    private const int Suspicious = 20;
    private const int ShareOfAll = 10;

    private bool _isOldDatabase;

    /// <param name="fix">Mends; otherwise only tells.</param>
    public async IAsyncEnumerable<Finding> RunAsync(bool fix, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var finding in await StrayFilesAsync(fix, ct))
            yield return finding;
        await foreach (var id in StrayUploads.FindAsync(db, bytes.Area, bytes.Now, ct))
        {
            var mends = fix && !_isOldDatabase;
            if (mends)
                await bytes.Area.DeleteAsync(id, ct);
            yield return new("file-stray", NamedFile.PathOf(FilePlace.Uploads, id.ToString("N")), "没有一行说到它") { Done = mends ? "已删除" : null };
        }
        await foreach (var finding in files.RunAsync(hashes: false, ct))
            yield return fix ? await MendedAsync(finding, ct) : finding;
        foreach (var finding in await work.FindAsync(fix, ct))
            yield return finding;
    }

    private async Task<IReadOnlyList<Finding>> StrayFilesAsync(bool fix, CancellationToken ct)
    {
        List<BlobKey> found = [];
        await foreach (var key in strays.FindAsync(ct))
            found.Add(key);
        _isOldDatabase = found.Count >= Suspicious && found.Count * ShareOfAll > found.Count + strays.Named;
        if (fix && !_isOldDatabase)
            foreach (var key in found)
                await bytes.Store.DeleteAsync(key, ct);
        var words = _isOldDatabase ? "没有一行说到它；这样的文件太多，可能放回了旧的数据库，所以一个也不删" : "没有一行说到它";
        return found.ConvertAll(key => new Finding("file-stray", NamedFile.PathOf(FilePlace.Blobs, key.Value), words) { Done = fix && !_isOldDatabase ? "已删除" : null });
    }

    /// <summary>An upload whose row counts bytes that are not there goes on where they end; whoever was writing has to ask again.</summary>
    private async Task<Finding> MendedAsync(Finding finding, CancellationToken ct)
    {
        if (finding.Code != "file-length" || !finding.What.StartsWith("uploads/", StringComparison.Ordinal))
            return finding;
        var id = Guid.ParseExact(finding.What.Split('/')[1], "N");
        var upload = await db.Uploads.AsNoTracking().SingleOrDefaultAsync(upload => upload.Id == id, ct);
        await using var there = upload is { Ended: false } ? await bytes.Area.OpenReadAsync(id, ct) : null;
        if (there is not { Length: > 0 and var length } || length >= upload!.Offset)
            return finding;
        var rows = await db.Uploads.Where(row => row.Id == id && row.Offset == upload.Offset && row.Writer == upload.Writer)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Offset, length).SetProperty(row => row.Writer, upload.Writer + 1), ct);
        return rows == 0 ? finding : finding with { Done = $"已退回到 {length} 字节，读者接着传" };
    }
}

/// <summary>Where bytes lie, and the time.</summary>
public sealed record BytePlaces(IBlobStore Store, IUploadArea Area, TimeProvider Clock)
{
    public DateTimeOffset Now => Clock.GetUtcNow();
}
