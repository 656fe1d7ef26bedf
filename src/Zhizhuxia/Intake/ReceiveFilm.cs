using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Zhizhuxia.Data;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>
/// A film comes with the plain form, without script: streamed straight into the upload area, then put into the draft as if it had been uploaded.
/// </summary>
public sealed class ReceiveFilm(PortalDb db, BeginUpload begin, IUploadArea area, TimeProvider clock, IOptions<IntakeOptions> options)
{
    /// <param name="wanted">Its length is not looked at: the form does not tell it.</param>
    /// <param name="content">Read to its end or the limit; the caller closes it.</param>
    /// <returns>False if the draft has been submitted already (a form sent twice): nothing was read, and submitting with the same key gives the receipt.</returns>
    /// <exception cref="RefusedException"><c>form-film-too-large</c>, <c>length-invalid</c> (empty), <c>upload-broken</c>, or as <see cref="BeginUpload"/>; nothing was kept.</exception>
    public async Task<bool> RunAsync(NewUpload wanted, Stream content, CancellationToken ct)
    {
        if (await db.Submissions.AnyAsync(piece => piece.Id == wanted.Draft && piece.OwnerHash == wanted.OwnerHash && piece.State != State.Draft, ct))
            return false;
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var kept = false;
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var written = await area.AppendAsync(id, 0, content, options.Value.MaxFormFilmBytes + 1, hash, confirm: null, ct);
            if (!written.Ended)
                throw new RefusedException("upload-broken");
            if (written.Bytes > options.Value.MaxFormFilmBytes)
                throw new RefusedException("form-film-too-large", options.Value.MaxFormFilmMiB);
            var upload = await begin.AddAsync(wanted with { Length = written.Bytes }, id, Convert.ToHexStringLower(hash.GetHashAndReset()), ct);
            kept = upload.Id == id;
            return true;
        }
        finally
        {
            if (!kept)
                await area.DeleteAsync(id, CancellationToken.None);
        }
    }
}
