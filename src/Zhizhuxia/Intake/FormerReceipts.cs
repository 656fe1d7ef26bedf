using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>What was answered before to the same idempotency key.</summary>
public sealed class FormerReceipts(ReceiptCodes codes)
{
    /// <summary>Characters.</summary>
    public const int ShortestKey = 16;

    /// <summary>Characters.</summary>
    public const int LongestKey = 200;

    /// <exception cref="RefusedException"><c>idempotency-key-invalid</c></exception>
    public static void CheckKey(string key)
    {
        if (key.Length is < ShortestKey or > LongestKey)
            throw new RefusedException("idempotency-key-invalid");
    }

    /// <exception cref="RefusedException"><c>idempotency-key-invalid</c></exception>
    public PieceRequest RequestOf(KeyedForm keyed, Arrival arrival)
    {
        CheckKey(keyed.Key);
        var content = JsonSerializer.SerializeToUtf8Bytes(new object[] { keyed.Form, arrival.Channel, keyed.Scope });
        return new(HashOf(keyed.Key, arrival), keyed.Part, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    /// <summary>The receipt of the piece that this request has made already; null if it is new.</summary>
    /// <exception cref="RefusedException"><c>idempotency-key-reused</c>: the key was used for something else, be it a batch.</exception>
    public async Task<ReceiptView?> FindAsync(PortalDb db, PieceRequest request, CancellationToken ct)
    {
        var under = await Under(db, request.CallHash).Select(piece => new { piece.Id, piece.IdempotencyHash, piece.RequestHash }).ToListAsync(ct);
        if (under.Find(piece => piece.IdempotencyHash == request.KeyHash) is not { } used)
            return under.Exists(piece => request.Part.Length == 0 || piece.IdempotencyHash == request.CallHash) ? throw new RefusedException("idempotency-key-reused") : null;
        return used.RequestHash == request.Hash
            ? ReceiptView.Of(await db.Aggregate().AsNoTracking().SingleAsync(piece => piece.Id == used.Id, ct), codes.CodeOf(used.Id)) with { IsRepeated = true }
            : throw new RefusedException("idempotency-key-reused");
    }

    /// <summary>Whether this call has made a piece already: then it is a repetition as a whole.</summary>
    /// <param name="keyed">All of the call. What a call of another shape has made under the same key counts too.</param>
    /// <exception cref="RefusedException"><c>idempotency-key-invalid</c>; <c>idempotency-key-reused</c>: the key was used for anything but these forms.</exception>
    public async Task<bool> AnyAsync(PortalDb db, IReadOnlyList<KeyedForm> keyed, Arrival arrival, CancellationToken ct)
    {
        var requests = keyed.Select(one => RequestOf(one, arrival)).ToDictionary(request => request.KeyHash, request => request.Hash);
        var used = await Under(db, HashOf(keyed[0].Key, arrival)).Select(piece => new { piece.IdempotencyHash, piece.RequestHash }).ToListAsync(ct);
        if (used.Any(piece => requests.GetValueOrDefault(piece.IdempotencyHash!) != piece.RequestHash))
            throw new RefusedException("idempotency-key-reused");
        return used.Count > 0;
    }

    /// <summary>Whether a sender has made anything under this key, be it one of a batch. Says nothing of the content.</summary>
    public Task<bool> KnowsAsync(PortalDb db, string key, Arrival arrival, CancellationToken ct) => Under(db, HashOf(key, arrival)).AnyAsync(ct);

    private string HashOf(string key, Arrival arrival) => codes.KeyHashOf(arrival.Own(key));

    /// <summary>All that calls with this key have made: its hash by itself, or followed by a <see cref="KeyedForm.Part"/>. One look at the index; in every collation.</summary>
    private static IQueryable<Submission> Under(PortalDb db, string callHash)
    {
        var end = callHash + KeyedForm.AfterParts;
#pragma warning disable CA1309 // it becomes SQL
        return db.Submissions.Where(piece => string.Compare(piece.IdempotencyHash, callHash) >= 0 && string.Compare(piece.IdempotencyHash, end) < 0);
#pragma warning restore CA1309
    }
}
