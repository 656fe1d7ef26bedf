using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>Moves the offset of an upload; the last byte takes the asset on, in the same transaction.</summary>
public sealed class EndUpload(PortalDb db, TimeProvider clock, IOptions<IntakeOptions> options)
{
    /// <summary>All bytes are on disk: the asset has arrived, and the job that stores it is added.</summary>
    /// <param name="writer">Fencing number of the request.</param>
    /// <param name="from">Where the row stands.</param>
    /// <param name="sha256">Of all bytes, lower-case hex.</param>
    /// <exception cref="RefusedException"><c>upload-taken-over</c>: a newer request writes; <c>upload-gone</c>: taken back meanwhile.</exception>
    public Task RunAsync(Upload upload, long writer, long from, string sha256, CancellationToken ct) =>
        MoveAsync(upload, writer, from, upload.Length, asset => asset.Arrive(sha256, clock.GetUtcNow()), ct);

    /// <summary>Some bytes are on disk.</summary>
    /// <inheritdoc cref="RunAsync"/>
    public Task MoveAsync(Upload upload, long writer, long from, long to, CancellationToken ct) =>
        MoveAsync(upload, writer, from, to, from == 0 ? asset => asset.BeginUpload() : null, ct);

    private async Task MoveAsync(Upload upload, long writer, long from, long to, Action<Asset>? change, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var expires = now + options.Value.Kept;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var rows = await db.Uploads.Where(row => row.Id == upload.Id && row.Writer == writer && row.Offset == from).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Offset, to).SetProperty(row => row.LastByteAt, now).SetProperty(row => row.ExpiresAt, expires), ct);
        if (rows == 0)
            throw new RefusedException("upload-taken-over");
        if (change is not null)
        {
            db.ChangeTracker.Clear();
            var asset = await db.Assets.SingleAsync(asset => asset.Id == upload.AssetId, ct);
            if (asset.State is AssetState.Purged)
                throw new RefusedException("upload-gone");
            change(asset);
            await db.SaveChangesAsync(ct);
        }
        await transaction.CommitAsync(ct);
    }
}
