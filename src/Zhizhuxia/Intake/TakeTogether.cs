using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>
/// The transaction of 提交 where nothing is loaded, a link or a proposal. A commit on disk takes far longer than to write a piece, so that those who come
/// meanwhile share the next one. Each request makes its own piece and hears nothing before it is on disk; one that cannot be written spoils none of the
/// others: then each gets a transaction of its own.
/// </summary>
public sealed class TakeTogether(Func<PortalDb> open, WriteTurns turns, FormerReceipts former, ReceiptCodes codes, TimeProvider clock)
{
    /// <summary>Pieces of one commit: who waits for a film's 提交 or a mail waits no longer than for these.</summary>
    private const int Most = 64;

    private readonly Lock _gate = new();
    private readonly Queue<WaitingPiece> _waiting = [];
    private bool _commits;

    /// <param name="keyed">Its form is checked here.</param>
    /// <param name="isNew">Nothing was under its key a moment ago.</param>
    /// <exception cref="FormInvalidException">Fields to mend.</exception>
    /// <exception cref="RefusedException"><c>idempotency-key-invalid</c>, <c>idempotency-key-reused</c>, or a guard of T1.</exception>
    public async Task<ReceiptView> RunAsync(KeyedForm keyed, Arrival arrival, bool isNew, CancellationToken ct)
    {
        var request = former.RequestOf(keyed, arrival);
        if (!isNew && await FormerAsync(request, ct) is { } receipt)
            return receipt; // it was taken once, by whatever rules were in force
        var made = Make(keyed.Form, arrival, request);
        Join(made);
        await made.Over.WaitAsync(ct);
        return made.IsTaken
            ? ReceiptView.Of(made.Piece, codes.CodeOf(made.Piece.Id))
            : await FormerAsync(request, ct) ?? throw new RefusedException("not-possible-now");
    }

    private WaitingPiece Make(SubmissionForm form, Arrival arrival, PieceRequest request)
    {
        var now = clock.GetUtcNow();
        var piece = new Submission { Id = Guid.CreateVersion7(now), Kind = form.Kind, Channel = arrival.Channel, CreatedAt = now };
        piece.Submit(form, arrival, request, codes, now);
        return new(piece, request);
    }

    private async Task<ReceiptView?> FormerAsync(PieceRequest request, CancellationToken ct)
    {
        await using var db = open();
        return await former.FindAsync(db, request, ct);
    }

    private void Join(WaitingPiece made)
    {
        lock (_gate)
        {
            _waiting.Enqueue(made);
            if (_commits)
                return;
            _commits = true;
        }
        ThreadPool.UnsafeQueueUserWorkItem(static self => _ = self.CommitAllAsync(), this, preferLocal: false); // as nobody's: it outlives the request
    }

    private async Task CommitAllAsync()
    {
        while (Next() is { Count: > 0 } group)
        {
            var commit = CommitAsync(group);
            await commit.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // each of the group is told
            foreach (var made in group)
                made.End(commit);
        }
    }

    /// <summary>Empty: nobody waits, and whoever comes begins anew.</summary>
    private List<WaitingPiece> Next()
    {
        List<WaitingPiece> group = [];
        lock (_gate)
        {
            while (group.Count < Most && _waiting.TryDequeue(out var made))
                group.Add(made);
            _commits = group.Count > 0;
        }
        return group;
    }

    private async Task CommitAsync(List<WaitingPiece> group)
    {
        try
        {
            await WriteAsync(group);
        }
        catch (DbUpdateException refused) when (group.Count > 1 && !refused.IsOfConnection)
        {
            foreach (var made in group)
                await CommitAsync([made]);
        }
        catch (DbUpdateException refused) when (!refused.IsOfConnection)
        {
            // A unique index: another process was first with the same key. Its receipt is ours.
        }
    }

    private async Task WriteAsync(List<WaitingPiece> group)
    {
        using var turn = await turns.TakeAsync(CancellationToken.None);
        await using var db = open();
        db.ChangeTracker.AutoDetectChangesEnabled = false; // all rows are new
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        var keys = group.Select(made => made.Request.KeyHash).ToList();
        var used = await db.Submissions.Where(piece => keys.Contains(piece.IdempotencyHash!)).Select(piece => piece.IdempotencyHash).ToListAsync(CancellationToken.None);
        var fresh = group.ExceptBy(used, made => made.Request.KeyHash).ToList(); // of two with the same key the first
        if (fresh.Count == 0)
            return;
        var numbers = await db.NextNumbersAsync(clock.GetUtcNow(), fresh.Count, CancellationToken.None);
        foreach (var (made, number) in fresh.Zip(numbers))
        {
            made.Piece.Number = number;
            db.Add(made.Piece);
        }
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        fresh.ForEach(made => made.IsTaken = true);
    }
}
