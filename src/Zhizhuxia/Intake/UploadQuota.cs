using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>
/// Reserves space and quota for the declared length. The reservation is the row itself: what is announced and not yet written counts against the
/// disk, until it arrives, is taken back or expires.
/// </summary>
public sealed class UploadQuota(PortalDb db, IUploadArea area, IOptions<IntakeOptions> options, IOptions<StorageOptions> storage, ReceiptCodes codes)
{
    private readonly IntakeOptions _options = options.Value;

    /// <summary>Call inside the transaction that adds the upload. SQLite takes the write lock at its beginning, so the sums are exact there.</summary>
    /// <exception cref="RefusedException"><c>file-too-large</c>, <c>too-many-files</c>, <c>quota-browser</c>, <c>quota-address</c>, <c>no-space</c>.</exception>
    public async Task ReserveAsync(NewUpload wanted, DateTimeOffset now, CancellationToken ct)
    {
        if (wanted.Length > _options.MaxFileBytes)
            throw new RefusedException("file-too-large", _options.MaxFileMiB >= 1024 ? $"{_options.MaxFileMiB / 1024.0:0.#} GB" : $"{_options.MaxFileMiB} MB");
        var files = await db.Assets.CountAsync(asset => asset.SubmissionId == wanted.Draft && asset.State != AssetState.Purged, ct);
        if (files >= _options.MaxFiles)
            throw new RefusedException("too-many-files", _options.MaxFiles);
        var today = db.Uploads.Where(upload => upload.CreatedAt > now.AddDays(-1));
        await WithinAsync(today.Where(upload => upload.OwnerHash == wanted.OwnerHash), wanted.Length, _options.GiBPerBrowserAndDay, "quota-browser", ct);
        var address = codes.AddressHashOf(wanted.Address);
        await WithinAsync(today.Where(upload => upload.AddressHash == address), wanted.Length, _options.GiBPerAddressAndDay, "quota-address", ct);
        await SpaceAsync(wanted.Length, now, ct);
    }

    // An upload that was taken back counts with what it has sent.
    private static async Task WithinAsync(IQueryable<Upload> uploads, long length, int gibibytes, string code, CancellationToken ct)
    {
        var announced = await uploads.SumAsync(upload => upload.Asset!.State == AssetState.Purged ? upload.Offset : upload.Length, ct);
        if (announced + length > (long)gibibytes << 30)
            throw new RefusedException(code, gibibytes);
    }

    private async Task SpaceAsync(long length, DateTimeOffset now, CancellationToken ct)
    {
        var awaited = await db.Uploads
            .Where(upload => upload.Offset < upload.Length && upload.ExpiresAt > now && upload.Asset!.State != AssetState.Purged)
            .SumAsync(upload => upload.Length - upload.Offset, ct);
        var space = area.Space();
        var used = space.Size - space.Free + awaited + length;
        if (used > space.Size / 100.0 * storage.Value.RefuseUploadsAtPercent)
            throw new RefusedException("no-space");
    }
}
