using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>A browser announces a file: the row comes first, then the bytes. The draft is made with its first file.</summary>
public sealed class BeginUpload(PortalDb db, UploadQuota quota, ReceiptCodes codes, TimeProvider clock, IOptions<IntakeOptions> options)
{
    /// <exception cref="RefusedException">
    /// <c>not-found</c>: the draft is another browser's. <c>upload-gone</c>: it has been submitted. <c>length-invalid</c>. Or a limit of <see cref="UploadQuota"/>.
    /// </exception>
    /// <returns>The same upload as before when the same file was announced and nothing of it has come: the answer was lost on its way.</returns>
    public Task<Upload> RunAsync(NewUpload wanted, CancellationToken ct) => AddAsync(wanted, Guid.CreateVersion7(clock.GetUtcNow()), sha256: null, ct);

    /// <summary>As <see cref="RunAsync"/>, for bytes that may have arrived already.</summary>
    /// <param name="id">Their name in the upload area.</param>
    /// <param name="sha256">Of all bytes, lower-case hex, if all are on disk; null if they are still to come.</param>
    /// <returns>An upload with another id when the draft has this very film already: the bytes that have arrived are one too many.</returns>
    internal async Task<Upload> AddAsync(NewUpload wanted, Guid id, string? sha256, CancellationToken ct)
    {
        if (wanted.Length <= 0)
            throw new RefusedException("length-invalid");
        await using var transaction = await db.BeginAloneAsync(ct);
        var now = clock.GetUtcNow();
        await HoldDraftAsync(wanted, now, ct);
        if (sha256 is null && await AnnouncedAsync(wanted, now, ct) is { } announced)
            return announced;
        if (sha256 is not null && await ArrivedAsync(wanted, sha256, ct) is { } arrived)
            return arrived;
        await quota.ReserveAsync(wanted, now, ct);
        var asset = new Asset
        {
            Id = Guid.CreateVersion7(now), SubmissionId = wanted.Draft, FileName = FileNameText.Of(wanted.FileName), Length = wanted.Length, CreatedAt = now,
        };
        var upload = new Upload
        {
            Id = id, AssetId = asset.Id, Asset = asset, Token = NewToken(), OwnerHash = wanted.OwnerHash,
            AddressHash = codes.AddressHashOf(wanted.Address), Metadata = wanted.Metadata, Length = wanted.Length,
            CreatedAt = now, LastByteAt = now, ExpiresAt = now + options.Value.Kept,
            Offset = sha256 is null ? 0 : wanted.Length,
        };
        if (sha256 is not null)
            asset.Arrive(sha256, now);
        db.Add(upload);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return upload;
    }

    /// <summary>Two uploads of one file would leave the draft waiting for bytes that nobody sends.</summary>
    private Task<Upload?> AnnouncedAsync(NewUpload wanted, DateTimeOffset now, CancellationToken ct) =>
        db.Uploads.Include(upload => upload.Asset).FirstOrDefaultAsync(
            upload => upload.Asset!.SubmissionId == wanted.Draft && upload.OwnerHash == wanted.OwnerHash && upload.Length == wanted.Length
                && upload.Metadata == wanted.Metadata && upload.Offset == 0 && upload.ExpiresAt > now && upload.Asset.State == AssetState.Expected,
            ct);

    /// <summary>A form that was refused and is sent again brings its film once more.</summary>
    private Task<Upload?> ArrivedAsync(NewUpload wanted, string sha256, CancellationToken ct) =>
        db.Uploads.Include(upload => upload.Asset).FirstOrDefaultAsync(
            upload => upload.Asset!.SubmissionId == wanted.Draft && upload.OwnerHash == wanted.OwnerHash && upload.Asset.Sha256 == sha256
                && upload.Asset.State != AssetState.Purged,
            ct);

    private async Task HoldDraftAsync(NewUpload wanted, DateTimeOffset now, CancellationToken ct)
    {
        var draft = await db.Submissions.Where(piece => piece.Id == wanted.Draft).Select(piece => new { piece.OwnerHash, piece.State }).SingleOrDefaultAsync(ct);
        if (draft is null)
        {
            db.Add(new Submission
            {
                Id = wanted.Draft, Kind = SubmissionKind.Film, Channel = Channel.Web, OwnerHash = wanted.OwnerHash, CreatedAt = now,
            });
            return;
        }
        if (draft.OwnerHash != wanted.OwnerHash)
            throw new RefusedException("not-found");
        if (draft.State is not State.Draft)
            throw new RefusedException("upload-gone");
    }

    /// <summary>256 random bits, base64url: whoever has not been told an address does not find it.</summary>
    private static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
