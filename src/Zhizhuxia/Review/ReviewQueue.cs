using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>
/// 队列: what waits for a person, then the rest, the oldest first, page by page; what was searched is one list, the newest first.
/// Each state is read in its own order of the index and the heads of all are merged, so that a page costs the same however many pieces there are.
/// </summary>
[SuppressMessage("Naming", "CA1711", Justification = "A queue of pieces, 队列: the newsroom's own word.")]
public sealed class ReviewQueue(PortalDb db, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>Nobody counts further: this many, or more.</summary>
    public const int MostCounted = 1000;

    /// <param name="after">A <see cref="QueuePage.Next"/>, or null for the first page.</param>
    public async Task<QueuePage> PageAsync(Actor actor, QueueFilter filter, string? after, CancellationToken ct)
    {
        if (SearchWords.Terms(filter.Words) is { Count: > 0 } terms)
            return await FoundAsync(actor, filter, terms, after, ct);
        var (cursor, tray) = (QueueCursor.Parse(after), Tray(actor));
        List<(QueuedPiece Piece, bool Waits)> rows = [];
        if (cursor.Waiting)
        {
            rows.AddRange((await TakeAsync(actor, tray, filter, waits: true, cursor, ct)).Select(piece => (piece, true)));
            cursor = QueueCursor.Start;
        }
        if (rows.Count <= PageSize)
            rows.AddRange((await TakeAsync(actor, tray, filter, waits: false, cursor, ct)).Select(piece => (piece, false)));
        var shown = rows.Take(PageSize).ToList();
        var next = rows.Count > PageSize ? new QueueCursor(shown[^1].Waits, shown[^1].Piece.SubmittedAt, shown[^1].Piece.Id).ToString() : null;
        return new(Shown(shown), next);
    }

    /// <summary>The piece to go on with; null if nothing waits for this person.</summary>
    /// <param name="except">The one just decided.</param>
    public async Task<Guid?> NextAsync(Actor actor, Guid except, CancellationToken ct)
    {
        var first = await HeadsAsync(Waiting(Tray(actor), QueueFilter.Everything).Select(pieces => pieces.Where(entry => entry.SubmissionId != except)), QueueCursor.Start, ct);
        return first.Count > 0 ? first[0].Id : null;
    }

    /// <summary>How many pieces wait for this person, up to <see cref="MostCounted"/>.</summary>
    public Task<int> CountAsync(Actor actor, CancellationToken ct) => CountAsync(actor, QueueFilter.Everything with { Share = QueueShare.Waiting }, ct);

    /// <summary>How many pieces a filter shows this person, up to <see cref="MostCounted"/>.</summary>
    public async Task<int> CountAsync(Actor actor, QueueFilter filter, CancellationToken ct)
    {
        if (SearchWords.Terms(filter.Words) is { Count: > 0 } terms)
            return await Searched(actor, filter, terms).Take(MostCounted).CountAsync(ct);
        var parts = Counted(actor, filter).Select(pieces => pieces.Select(entry => entry.Serial)).ToList();
        return parts.Count == 0 ? 0 : await parts.Aggregate(Queryable.Concat).Take(MostCounted).CountAsync(ct);
    }

    /// <summary>The same pieces in as few parts as can be: their order does not matter.</summary>
    private IEnumerable<IQueryable<QueueEntry>> Counted(Actor actor, QueueFilter filter) => filter.Share switch
    {
        QueueShare.Waiting => Waiting(Tray(actor), filter),
        QueueShare.Mine => [Held(Tray(actor), filter)],
        QueueShare.LastWord => Rest(actor, Tray(actor), filter),
        _ => filter.StatesOf().Select(state => In(state, filter)),
    };

    private async Task<QueuePage> FoundAsync(Actor actor, QueueFilter filter, IReadOnlyList<string> terms, string? after, CancellationToken ct)
    {
        var from = QueueCursor.ParseFound(after);
        var rows = await Facts(Searched(actor, filter, terms).Where(entry => entry.Serial < from).OrderByDescending(entry => entry.Serial).Take(PageSize + 1)).ToListAsync(ct);
        var shown = rows.Take(PageSize).Select(piece => (piece, false)).ToList();
        return new(Shown(shown), rows.Count > PageSize ? QueueCursor.OfFound(rows[PageSize - 1].Serial) : null);
    }

    private IQueryable<QueueEntry> Searched(Actor actor, QueueFilter filter, IReadOnlyList<string> terms)
    {
        var found = db.Search(terms).AsNoTracking().Narrow(filter, db);
        if (filter.State is { } state)
            found = found.Where(entry => entry.State == state);
        return filter.Share switch
        {
            QueueShare.Waiting => found.Where(Tray(actor).Holds),
            QueueShare.Mine => found.Where(Mine(Tray(actor))),
            QueueShare.LastWord => found.Where(LastWord(actor)),
            _ => found,
        };
    }

    /// <summary>What waits for the person, state by state.</summary>
    private IEnumerable<IQueryable<QueueEntry>> Waiting(InTray tray, QueueFilter filter) => filter.Share switch
    {
        QueueShare.Mine => [Held(tray, filter).Where(tray.Holds)],
        QueueShare.LastWord => [],
        _ => filter.StatesOf().Intersect(tray.Levels).Select(state => In(state, filter).Where(tray.At(state))),
    };

    /// <summary>What does not, state by state; where nothing can wait nothing need be asked about it.</summary>
    private IEnumerable<IQueryable<QueueEntry>> Rest(Actor actor, InTray tray, QueueFilter filter) => filter.Share switch
    {
        QueueShare.Waiting => [],
        QueueShare.Mine => [Held(tray, filter).Where(tray.Holds.Not())],
        QueueShare.LastWord => filter.StatesOf().Select(state => In(state, filter).Where(LastWord(actor))),
        _ => filter.StatesOf().Select(state => tray.Levels.Contains(state) ? In(state, filter).Where(tray.At(state).Not()) : In(state, filter)),
    };

    private IQueryable<QueueEntry> In(State state, QueueFilter filter) => db.QueueEntries.AsNoTracking().Where(entry => entry.State == state).Narrow(filter, db);

    /// <summary>What the person has claimed: few, found by the claim and not by the state.</summary>
    private IQueryable<QueueEntry> Held(InTray tray, QueueFilter filter)
    {
        var states = filter.StatesOf();
        return db.QueueEntries.AsNoTracking().Where(Mine(tray)).Where(entry => states.Contains(entry.State)).Narrow(filter, db);
    }

    private InTray Tray(Actor actor) => new(actor, clock.GetUtcNow());

    private static Expression<Func<QueueEntry, bool>> Mine(InTray tray) => entry => entry.ClaimBy == tray.Me && entry.ClaimAt > tray.IdleSince;

    /// <summary>Who took a piece down does not countersign it.</summary>
    private Expression<Func<QueueEntry, bool>> LastWord(Actor actor)
    {
        var (me, down, asked, last) = (actor.EditorId, QueueMark.CountersignDue.Bit(), QueueMark.WithdrawalAsked.Bit(), actor.Is(Performer.Editor3));
        return entry => last && ((entry.State == State.Adopted && (entry.Marks & asked) != 0)
            || (entry.State == State.TakenDown && (entry.Marks & down) != 0
                && !db.Set<Step>().Any(step => step.SubmissionId == entry.SubmissionId && step.Verb == Verb.TakeDown && step.EditorId == me)));
    }

    private async Task<List<QueuedPiece>> TakeAsync(Actor actor, InTray tray, QueueFilter filter, bool waits, QueueCursor after, CancellationToken ct)
    {
        if (filter != QueueFilter.Everything || tray.Levels.Count == 0) // nothing waits for who has no level: there is no question to prepare
            return await HeadsAsync(Part(tray), after, ct);
        return await PreparedHeads.Read(db, waits, tray, after, (anybody, place) => Heads(Part(anybody), place)!).ToListAsync(ct);

        IEnumerable<IQueryable<QueueEntry>> Part(InTray of) => waits ? Waiting(of, filter) : Rest(actor, of, filter);
    }

    private async Task<List<QueuedPiece>> HeadsAsync(IEnumerable<IQueryable<QueueEntry>> states, QueueCursor after, CancellationToken ct) =>
        Heads(states, after) is { } heads ? await heads.ToListAsync(ct) : [];

    /// <summary>The heads of all states, merged by the database: one question, however many states there are. Keys are merged; the rows are fetched of those that are left.</summary>
    private IQueryable<QueuedPiece>? Heads(IEnumerable<IQueryable<QueueEntry>> states, QueueCursor after)
    {
        var behind = QueueNarrowing.Behind(after);
        var heads = states.Select(state => InOrder(behind is null ? state : state.Where(behind)).Take(PageSize + 1)).ToList();
        return heads.Count == 0 ? null : Facts(heads is [var only] ? only : Merged(heads));
    }

    private IQueryable<QueueEntry> Merged(IReadOnlyList<IQueryable<QueueEntry>> heads)
    {
        var keys = heads.Select(head => head.Select(entry => new { entry.Serial, entry.SubmittedAt, entry.SubmissionId })).Aggregate(Queryable.Concat)
            .OrderBy(key => key.SubmittedAt).ThenBy(key => key.SubmissionId).Take(PageSize + 1);
        return InOrder(keys.Join(db.QueueEntries.AsNoTracking(), key => key.Serial, entry => entry.Serial, (_, entry) => entry));
    }

    private static IQueryable<QueueEntry> InOrder(IQueryable<QueueEntry> entries) => entries.OrderBy(entry => entry.SubmittedAt).ThenBy(entry => entry.SubmissionId);

    private IQueryable<QueuedPiece> Facts(IQueryable<QueueEntry> entries) => entries.Select(entry => new QueuedPiece(
        entry.Serial, entry.SubmissionId, entry.Number, entry.Title, entry.Kind, entry.Channel, entry.State, entry.Closing,
        db.Columns.Where(column => column.Id == entry.ColumnId).Select(column => column.Name).FirstOrDefault(),
        entry.ClaimBy, entry.ClaimName, entry.ClaimAt, entry.SubmittedAt, entry.Marks, entry.Tags, entry.Version, entry.Steps,
        entry.PosterOf, entry.Upright, entry.Storyboard, entry.Seconds,
        db.Jobs.Any(job => job.SubmissionId == entry.SubmissionId && job.State == JobState.Dead)));

    private IReadOnlyList<QueueRow> Shown(IEnumerable<(QueuedPiece Piece, bool Waits)> rows)
    {
        var now = clock.GetUtcNow();
        return [.. rows.Select(row => row.Piece.Shown(row.Waits, now))];
    }
}
