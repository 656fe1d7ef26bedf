using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>
/// Bytes arrive. Written in slices: on disk first, then the row, only by the newest request (fencing by <see cref="Upload.Writer"/>) and only
/// from the offset it began at. So a killed server loses at most one slice, and nothing that was acknowledged.
/// </summary>
public sealed class AppendUpload(PortalDb db, IUploadArea area, LiveUploads live, EndUpload end, IOptions<IntakeOptions> options)
{
    private readonly IntakeOptions _options = options.Value;

    /// <param name="upload">As <see cref="UploadQuery"/> found it.</param>
    /// <param name="offset">Where the client goes on.</param>
    /// <returns>The new offset. A broken connection is no error: what arrived is kept.</returns>
    /// <exception cref="RefusedException">
    /// <c>offset-differs</c>; <c>upload-too-long</c>: more bytes than announced; <c>upload-taken-over</c>: a newer request writes;
    /// <c>upload-busy</c>: the older one did not let go; <c>checksum-differs</c>: nothing of this request was kept; <c>upload-gone</c>.
    /// </exception>
    public async Task<long> RunAsync(Upload upload, long offset, UploadBody body, CancellationToken ct)
    {
        if (offset != upload.Offset)
            throw new RefusedException("offset-differs");
        if (upload.Ended && body.Length is 0)
            return offset;
        if (body.Length > upload.Length - offset)
            throw new RefusedException("upload-too-long");
        var writer = await NextWriterAsync(upload, offset, ct);
        try
        {
            using var pen = await live.Of(upload.Id).TakeAsync(_options.TakeOverWithin, ct) ?? throw new RefusedException("upload-busy");
            if (offset == 0)
                pen.Live.Restart();
            return await WriteAsync(new(upload, writer, offset, body, pen) { IsHashed = pen.Live.HashedTo == offset });
        }
        catch (Exception newer) when (newer is BytesTakenOverException || (newer is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new RefusedException("upload-taken-over");
        }
    }

    /// <summary>Takes the next fencing number, if the upload stands where the client believes.</summary>
    private async Task<long> NextWriterAsync(Upload upload, long offset, CancellationToken ct)
    {
        while (true)
        {
            var row = await db.Uploads.AsNoTracking().SingleOrDefaultAsync(row => row.Id == upload.Id, ct) ?? throw new RefusedException("upload-gone");
            if (row.Offset != offset)
                throw new RefusedException("offset-differs");
            var next = row.Writer + 1;
            if (await db.Uploads.Where(other => other.Id == row.Id && other.Offset == offset && other.Writer == row.Writer)
                    .ExecuteUpdateAsync(set => set.SetProperty(other => other.Writer, next), ct) == 1)
                return next;
        }
    }

    private async Task<long> WriteAsync(Writing writing)
    {
        var (upload, _, from, body, pen) = writing;
        var (at, kept) = (from, from);
        pen.Live.HashedTo = -1; // until what was written is kept
        Written written;
        do
        {
            var limit = Math.Min((long)_options.SliceMiB << 20, upload.Length - at);
            written = await area.AppendAsync(upload.Id, at, body.Content, limit, pen.Live.Hash, ct => MustHoldAsync(writing, at, ct), pen.Token);
            at += written.Bytes;
            if (at == upload.Length && body.Length is null && await HasMoreAsync(body.Content, pen.Token))
                throw new RefusedException("upload-too-long");
            if (body.Checksum is null)
            {
                await KeepAsync(writing, kept, at);
                kept = at;
            }
            if (written.Bytes < limit)
                break;
        } while (at < upload.Length);
        if (body.Checksum is not { } checksum)
            return kept;
        return written.Ended && await VerifiedAsync(checksum, upload, from, at) ? await KeepAsync(writing, from, at) : from;
    }

    /// <summary>The newest request writes, and only from where the row stands; with a checksum the row waits for the end.</summary>
    private async Task MustHoldAsync(Writing writing, long at, CancellationToken ct)
    {
        var stands = writing.Body.Checksum is null ? at : writing.From;
        if (!await db.Uploads.AnyAsync(row => row.Id == writing.Upload.Id && row.Writer == writing.Writer && row.Offset == stands, ct))
            throw new RefusedException("upload-taken-over");
    }

    /// <summary>"If the checksum does not match, the chunk MUST be discarded, and the Upload-Offset MUST NOT be updated" (tus 1.0, Checksum).</summary>
    private async Task<bool> VerifiedAsync(Checksum checksum, Upload upload, long from, long to)
    {
        using var hash = IncrementalHash.CreateHash(checksum.Algorithm);
        await area.HashAsync(upload.Id, from, to - from, hash, CancellationToken.None);
        return checksum.Is(hash.GetHashAndReset()) ? true : throw new RefusedException("checksum-differs");
    }

    /// <summary>Moves the offset over bytes that are on disk; not cancellable, so that they are not sent twice.</summary>
    private async Task<long> KeepAsync(Writing writing, long from, long to)
    {
        var (upload, writer, _, _, pen) = writing;
        if (to > from)
        {
            if (to == upload.Length)
            {
                await end.RunAsync(upload, writer, from, await HashAsync(writing), CancellationToken.None);
                PortalMeter.Uploads.Add(1, new KeyValuePair<string, object?>("zhizhuxia.upload.outcome", "done"));
            }
            else
            {
                await end.MoveAsync(upload, writer, from, to, CancellationToken.None);
            }
            PortalMeter.UploadBytes.Add(to - from);
        }
        pen.Live.HashedTo = writing.IsHashed ? to : -1;
        if (to == upload.Length)
            live.Forget(upload.Id);
        return to;
    }

    /// <summary>
    /// Of all bytes. Where a restart or another process came in between, they are read once more, at the end only: a phone whose requests go to
    /// one web process after the other costs one reading, not one each.
    /// </summary>
    private async Task<string> HashAsync(Writing writing)
    {
        var known = writing.Pen.Live;
        if (!writing.IsHashed)
        {
            known.Restart();
            await area.HashAsync(writing.Upload.Id, 0, writing.Upload.Length, known.Hash, CancellationToken.None);
        }
        return Convert.ToHexStringLower(known.Hash.GetCurrentHash());
    }

    private static async Task<bool> HasMoreAsync(Stream content, CancellationToken ct) => await content.ReadAsync(new byte[1], ct) > 0;

    private sealed record Writing(Upload Upload, long Writer, long From, UploadBody Body, LiveUpload.Pen Pen)
    {
        /// <summary>This process knows the hash of what came before.</summary>
        public required bool IsHashed { get; init; }
    }
}
