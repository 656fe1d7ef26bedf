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
    /// <summary>Characters.</summary>
    public const int ShortestKey = 16;

    /// <summary>Characters.</summary>
    public const int LongestKey = 200;

    /// <param name="keyed">Its form is checked here.</param>
    /// <param name="load">Gives the draft within the transaction; the piece is added to the database if it is new.</param>
    /// <exception cref="FormInvalidException">Fields to mend.</exception>
    /// <exception cref="RefusedException"><c>idempotency-key-invalid</c>, <c>idempotency-key-reused</c>, or a guard of T1.</exception>
    public async Task<ReceiptView> RunAsync(KeyedForm keyed, Arrival arrival, Func<DateTimeOffset, Task<Submission>> load, CancellationToken ct)
    {
        CheckKey(keyed.Key);
        var request = RequestOf(keyed, arrival);
        try
        {
            using var turn = await turns.TakeAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            if (await FormerAsync(request, ct) is { } former)
                return former;
            var now = clock.GetUtcNow();
            var piece = await load(now);
            await SubmitAsync(piece, keyed.Form, arrival, request, now, ct);
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

    private async Task SubmitAsync(Submission piece, SubmissionForm form, Arrival arrival, Request request, DateTimeOffset now, CancellationToken ct)
    {
        if (piece.State is not State.Draft)
            throw new RefusedException("already-submitted");
        piece.Take(form, arrival, now);
        piece.Apply(Verb.Submit, Actor.Reader, now, Decision.Plain);
        piece.Number = await db.NextNumberAsync(now, ct);
        piece.ReceiptHash = codes.HashOf(codes.CodeOf(piece.Id));
        (piece.IdempotencyHash, piece.RequestHash) = (request.KeyHash, request.Hash);
        await db.SaveChangesAsync(ct);
    }

    private async Task<ReceiptView?> FormerAsync(Request request, CancellationToken ct)
    {
        var former = await db.Aggregate().AsNoTracking().SingleOrDefaultAsync(piece => piece.IdempotencyHash == request.KeyHash, ct);
        if (former is null)
            return null;
        return former.RequestHash == request.Hash
            ? ReceiptView.Of(former, codes.CodeOf(former.Id))
            : throw new RefusedException("idempotency-key-reused");
    }

    private Request RequestOf(KeyedForm keyed, Arrival arrival) => new(
        codes.KeyHashOf(arrival.Own(keyed.Key)),
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new object[] { keyed.Form, arrival.Channel, keyed.Scope }))));

    private sealed record Request(string KeyHash, string Hash);
}
