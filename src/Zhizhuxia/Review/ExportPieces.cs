using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>What of chosen pieces may leave the desk in a file: the pieces themselves, never how their readers are reached.</summary>
public sealed class ExportPieces(PortalDb db, TimeProvider clock)
{
    /// <returns>In the order of their numbers; ids of drafts and of nothing are passed over.</returns>
    public async Task<IReadOnlyList<ExportedPiece>> RunAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var pieces = await db.Submissions.AsNoTracking().Include(piece => piece.Links).Where(piece => ids.Contains(piece.Id) && piece.State != State.Draft)
            .OrderBy(piece => piece.Number).ToListAsync(ct);
        var entries = await db.QueueEntries.AsNoTracking().Where(entry => ids.Contains(entry.SubmissionId)).Select(entry => new { entry.SubmissionId, entry.Marks, entry.Tags }).ToDictionaryAsync(entry => entry.SubmissionId, ct);
        var columns = await db.Columns.AsNoTracking().ToDictionaryAsync(column => column.Id, column => column.Name, ct);
        var now = clock.GetUtcNow();
        return
        [
            .. pieces.Select(piece => new ExportedPiece(
                piece.Number, piece.Title, piece.Text, piece.Kind, piece.Channel, piece.State, piece.Closing, piece.ColumnId is { } column ? columns.GetValueOrDefault(column) : null,
                Credits.Print(piece.Credits), piece.SourceLine, piece.SubmittedAt, piece.State.IsUndecided() ? piece.AnswerDue : null,
                piece.Claim?.IsAlive(now) is true ? piece.Claim.Name : null, QueueMarks.In(entries[piece.Id].Marks), QueueEntry.TagsOf(entries[piece.Id].Tags),
                [.. piece.Links.OrderBy(link => link.Id).Select(link => link.Url)])),
        ];
    }
}

/// <summary>A piece in a file.</summary>
public sealed record ExportedPiece(
    string? Number, string Title, string Text, SubmissionKind Kind, Channel Channel, State State, CloseReason? Closing, string? Column, string Credits, string? SourceLine,
    DateTimeOffset? SubmittedAt, DateTimeOffset? AnswerDue, string? Holder, IReadOnlyList<QueueMark> Marks, IReadOnlyList<string> Tags, IReadOnlyList<string> Links);
