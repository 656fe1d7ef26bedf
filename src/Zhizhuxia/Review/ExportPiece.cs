using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>导出案卷: everything that has to be shown when somebody asks how a piece was decided. That it was taken out is kept; internal notes stay inside.</summary>
public sealed class ExportPiece(PortalDb db, ReadPiece pieces, TimeProvider clock)
{
    /// <param name="format">"PDF" or "JSON".</param>
    /// <exception cref="RefusedException"><c>not-found</c>: no such piece, or neither 终审 nor 发布.</exception>
    public async Task<Dossier> RunAsync(Guid id, Actor actor, string format, DossierFrame frame, CancellationToken ct)
    {
        if (!actor.MayExport || await pieces.RunAsync(id, ct) is not { } folder)
            throw new RefusedException("not-found");
        var now = clock.GetUtcNow();
        db.Add(new PieceExport { Id = Guid.CreateVersion7(now), SubmissionId = id, EditorId = actor.EditorId!.Value, By = actor.Name, Format = format, At = now });
        await db.SaveChangesAsync(ct);
        var messages = await db.Messages.AsNoTracking().Where(message => message.SubmissionId == id).OrderBy(message => message.At).ThenBy(message => message.Id).ToListAsync(ct);
        var exports = await db.PieceExports.AsNoTracking().Where(export => export.SubmissionId == id).OrderBy(export => export.At).ThenBy(export => export.Id).ToListAsync(ct);
        return MakeDossier.Of(folder, frame) with
        {
            ExportedAt = now,
            ExportedBy = actor.Name,
            Messages = [.. messages.Select(message => new DossierMessage(message.By, message.At, message.Text))],
            Exports = [.. exports.Select(export => new DossierExport(export.By, export.Format, export.At))],
        };
    }
}
