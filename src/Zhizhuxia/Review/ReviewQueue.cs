using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>队列: what waits for a person, then the rest, the oldest first, page by page.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "A queue of pieces, 队列: the newsroom's own word.")]
public sealed class ReviewQueue(PortalDb db, TimeProvider clock)
{
    public const int PageSize = 50;

    private static readonly State[] Busy = [State.Review1, State.Review2, State.Review3, State.Waiting, State.Adopted];

    /// <param name="after">A <see cref="QueuePage.Next"/>, or null for the first page.</param>
    public async Task<QueuePage> PageAsync(Actor actor, QueueFilter filter, string? after, CancellationToken ct)
    {
        var cursor = QueueCursor.Parse(after);
        var waits = WaitsFor(actor);
        List<(QueuedPiece Piece, bool Waits)> rows = [];
        if (cursor.Waiting)
        {
            rows.AddRange((await TakeAsync(Filtered(filter).Where(waits), cursor, ct)).Select(piece => (piece, true)));
            cursor = QueueCursor.Start;
        }
        if (rows.Count <= PageSize)
            rows.AddRange((await TakeAsync(Filtered(filter).Where(Not(waits)), cursor, ct)).Select(piece => (piece, false)));
        var shown = rows.Take(PageSize).ToList();
        var next = rows.Count > PageSize ? new QueueCursor(shown[^1].Waits, shown[^1].Piece.SubmittedAt, shown[^1].Piece.Id).ToString() : null;
        var columns = await db.Columns.AsNoTracking().ToDictionaryAsync(column => column.Id, column => column.Name, ct);
        var now = clock.GetUtcNow();
        return new([.. shown.Select(row => row.Piece.Shown(row.Waits, row.Piece.ColumnId is { } id ? columns.GetValueOrDefault(id) : null, now))], next);
    }

    /// <summary>The piece to go on with; null if nothing waits for this person.</summary>
    /// <param name="except">The one just decided.</param>
    public async Task<Guid?> NextAsync(Actor actor, Guid except, CancellationToken ct)
    {
        var first = await Filtered(QueueFilter.Everything).Where(WaitsFor(actor)).Where(piece => piece.Id != except)
            .OrderBy(piece => piece.SubmittedAt).ThenBy(piece => piece.Id).Select(piece => piece.Id).Take(1).ToListAsync(ct);
        return first.Count > 0 ? first[0] : null;
    }

    /// <summary>How many pieces wait for this person.</summary>
    public Task<int> CountAsync(Actor actor, CancellationToken ct) => Filtered(QueueFilter.Everything).CountAsync(WaitsFor(actor), ct);

    /// <summary>In a level this person holds, and nobody else is reading it; never their own.</summary>
    private Expression<Func<Submission, bool>> WaitsFor(Actor actor)
    {
        var levels = Workflow.Table.Where(row => row.By.IsStaff() && actor.Is(row.By) && Busy.Contains(row.From) && row.Verb is Verb.Pass or Verb.Publish)
            .Select(row => row.From).Distinct().ToList();
        var me = actor.EditorId ?? Guid.Empty;
        var idleSince = WorkingHours.Before(clock.GetUtcNow(), Claim.Idle);
        return piece => levels.Contains(piece.State) && piece.EnteredBy != me
            && (piece.Claim == null || piece.Claim.EditorId == me || piece.Claim.At <= idleSince);
    }

    private IQueryable<Submission> Filtered(QueueFilter filter)
    {
        var pieces = filter.State is { } state
            ? db.Submissions.AsNoTracking().Where(piece => piece.State == state)
            : db.Submissions.AsNoTracking().Where(piece => Busy.Contains(piece.State));
        if (filter.ColumnId is { } column)
            pieces = pieces.Where(piece => piece.ColumnId == column);
        if (filter.Kind is { } kind)
            pieces = pieces.Where(piece => piece.Kind == kind);
        if (filter.Words is { Length: > 0 } words)
            pieces = pieces.Where(piece => piece.Title.Contains(words) || piece.Number!.Contains(words));
        return pieces.Where(piece => piece.SubmittedAt != null);
    }

    private static Task<List<QueuedPiece>> TakeAsync(IQueryable<Submission> pieces, QueueCursor after, CancellationToken ct) => pieces
        .Where(piece => piece.SubmittedAt > after.At || (piece.SubmittedAt == after.At && piece.Id > after.Id))
        .OrderBy(piece => piece.SubmittedAt).ThenBy(piece => piece.Id).Take(PageSize + 1)
        .Select(piece => new QueuedPiece(
            piece.Id, piece.Number, piece.Title, piece.Kind, piece.Channel, piece.State, piece.Closing, piece.ColumnId,
            piece.Claim, piece.SubmittedAt!.Value, piece.AiLabel, piece.Declarations,
            piece.Consents.Any(consent => consent.Kind == ConsentKind.Licence),
            piece.IsUrgent,
            piece.Assets.OrderBy(asset => asset.Id)
                .Select(asset => new QueuedFilm(asset.Id, asset.State, asset.DurationSeconds, asset.Warnings, asset.Renditions)).ToList()))
        .ToListAsync(ct);

    private static Expression<Func<Submission, bool>> Not(Expression<Func<Submission, bool>> condition) =>
        Expression.Lambda<Func<Submission, bool>>(Expression.Not(condition.Body), condition.Parameters);
}
