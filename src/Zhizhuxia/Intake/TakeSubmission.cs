using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>
/// The one transaction of 提交: number, receipt, consents, step, letter, jobs. The same idempotency key gives the same receipt, also to requests
/// that race: whoever loses reads what the winner has written.
/// </summary>
public sealed class TakeSubmission(PortalDb db, WriteTurns turns, ReceiptCodes codes, TimeProvider clock)
{
    private const string AlreadySubmitted = "already-submitted";

    /// <summary>Characters.</summary>
    public const int ShortestKey = 16;

    /// <summary>Characters.</summary>
    public const int LongestKey = 200;

    /// <summary>A draft that is there already, with its files.</summary>
    /// <param name="keyed">Its form is checked here.</param>
    /// <param name="load">Gives the draft, within the transaction: its files must be what they are when it is committed.</param>
    /// <exception cref="FormInvalidException">Fields to mend.</exception>
    /// <exception cref="RefusedException"><c>idempotency-key-invalid</c>, <c>idempotency-key-reused</c>, or a guard of T1.</exception>
    public async Task<ReceiptView> RunAsync(KeyedForm keyed, Arrival arrival, Func<Task<Submission>> load, CancellationToken ct)
    {
        CheckKey(keyed.Key);
        var request = RequestOf(keyed, arrival);
        if (await FormerAsync(request, ct) is { } former)
            return former;
        try
        {
            return await CommitAsync(request, async () => Submit(await load(), keyed.Form, arrival, request, clock.GetUtcNow()), ct);
        }
        catch (RefusedException refused) when (refused.Code is AlreadySubmitted)
        {
            return await FormerAsync(request, ct) ?? throw new RefusedException(AlreadySubmitted); // a request with the same key was a moment faster
        }
    }

    /// <summary>A new piece: all that needs no database is done before the database is held, which only one request can do at a time.</summary>
    /// <param name="keyed">Its form is checked here.</param>
    /// <param name="begin">The empty draft.</param>
    /// <inheritdoc cref="RunAsync(KeyedForm, Arrival, Func{Task{Submission}}, CancellationToken)"/>
    public async Task<ReceiptView> RunAsync(KeyedForm keyed, Arrival arrival, Func<DateTimeOffset, Submission> begin, CancellationToken ct)
    {
        CheckKey(keyed.Key);
        var request = RequestOf(keyed, arrival);
        if (await FormerAsync(request, ct) is { } former)
            return former;
        var now = clock.GetUtcNow();
        var piece = Submit(begin(now), keyed.Form, arrival, request, now);
        db.Add(piece);
        return await CommitAsync(request, () => Task.FromResult(piece), ct);
    }

    private async Task<ReceiptView> CommitAsync(Request request, Func<Task<Submission>> submitted, CancellationToken ct)
    {
        try
        {
            using var turn = await turns.TakeAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var piece = await submitted();
            piece.Number = await db.NextNumberAsync(piece.SubmittedAt!.Value, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return ReceiptView.Of(piece, codes.CodeOf(piece.Id));
        }
        catch (DbUpdateException)
        {
            // A unique index or the row's version: another request was first. The same key: its receipt is ours.
            db.ChangeTracker.Clear();
            return await FormerAsync(request, ct) ?? throw new RefusedException("not-possible-now");
        }
    }

    /// <exception cref="RefusedException"><c>idempotency-key-invalid</c></exception>
    public static void CheckKey(string key)
    {
        if (key.Length is < ShortestKey or > LongestKey)
            throw new RefusedException("idempotency-key-invalid");
    }

    /// <summary>None of the keys has been used for anything but its own form.</summary>
    /// <exception cref="RefusedException"><c>idempotency-key-reused</c></exception>
    public async Task CheckUnusedAsync(IReadOnlyList<KeyedForm> keyed, Arrival arrival, CancellationToken ct)
    {
        var requests = keyed.Select(one => RequestOf(one, arrival)).ToDictionary(request => request.KeyHash, request => request.Hash);
        var used = await db.Submissions.Where(piece => requests.Keys.Contains(piece.IdempotencyHash!))
            .Select(piece => new { piece.IdempotencyHash, piece.RequestHash }).ToListAsync(ct);
        if (used.Any(piece => requests[piece.IdempotencyHash!] != piece.RequestHash))
            throw new RefusedException("idempotency-key-reused");
    }

    private Submission Submit(Submission piece, SubmissionForm form, Arrival arrival, Request request, DateTimeOffset now)
    {
        if (piece.State is not State.Draft)
            throw new RefusedException(AlreadySubmitted);
        piece.Take(form, arrival, now);
        piece.Apply(Verb.Submit, Actor.Reader, now, Decision.Plain);
        piece.ReceiptHash = codes.HashOf(codes.CodeOf(piece.Id));
        (piece.IdempotencyHash, piece.RequestHash) = (request.KeyHash, request.Hash);
        return piece;
    }

    private async Task<ReceiptView?> FormerAsync(Request request, CancellationToken ct)
    {
        var used = await db.Submissions.Where(piece => piece.IdempotencyHash == request.KeyHash)
            .Select(piece => new { piece.Id, piece.RequestHash }).SingleOrDefaultAsync(ct);
        if (used is null)
            return null;
        return used.RequestHash == request.Hash
            ? ReceiptView.Of(await db.Aggregate().AsNoTracking().SingleAsync(piece => piece.Id == used.Id, ct), codes.CodeOf(used.Id))
            : throw new RefusedException("idempotency-key-reused");
    }

    private Request RequestOf(KeyedForm keyed, Arrival arrival) => new(
        codes.KeyHashOf(arrival.Own(keyed.Key)),
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new object[] { keyed.Form, arrival.Channel, keyed.Scope }))));

    private sealed record Request(string KeyHash, string Hash);
}
