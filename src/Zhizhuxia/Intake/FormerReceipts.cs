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
        return new(codes.KeyHashOf(arrival.Own(keyed.Key)), Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    /// <summary>The receipt of the piece that this request has made already; null if it is new.</summary>
    /// <exception cref="RefusedException"><c>idempotency-key-reused</c>: the key was used for something else.</exception>
    public async Task<ReceiptView?> FindAsync(PortalDb db, PieceRequest request, CancellationToken ct)
    {
        var used = await db.Submissions.Where(piece => piece.IdempotencyHash == request.KeyHash)
            .Select(piece => new { piece.Id, piece.RequestHash }).SingleOrDefaultAsync(ct);
        if (used is null)
            return null;
        return used.RequestHash == request.Hash
            ? ReceiptView.Of(await db.Aggregate().AsNoTracking().SingleAsync(piece => piece.Id == used.Id, ct), codes.CodeOf(used.Id)) with { IsRepeated = true }
            : throw new RefusedException("idempotency-key-reused");
    }

    /// <summary>Whether one of the keys has made its piece already: then all of them together are a repetition.</summary>
    /// <param name="key">Of the whole call: what was made under it by a call of another shape counts too.</param>
    /// <exception cref="RefusedException"><c>idempotency-key-invalid</c>; <c>idempotency-key-reused</c>: one was used for anything but its own form.</exception>
    public async Task<bool> AnyAsync(PortalDb db, string key, IReadOnlyList<KeyedForm> keyed, Arrival arrival, CancellationToken ct)
    {
        var requests = keyed.Select(one => RequestOf(one, arrival)).ToDictionary(request => request.KeyHash, request => request.Hash);
        var hashes = HashesOf(key, arrival);
        var used = await db.Submissions.Where(piece => hashes.Contains(piece.IdempotencyHash))
            .Select(piece => new { piece.IdempotencyHash, piece.RequestHash }).ToListAsync(ct);
        if (used.Any(piece => requests.GetValueOrDefault(piece.IdempotencyHash!) != piece.RequestHash))
            throw new RefusedException("idempotency-key-reused");
        return used.Count > 0;
    }

    /// <summary>Whether a sender has made anything under this key, be it one of a batch. Says nothing of the content.</summary>
    public Task<bool> KnowsAsync(PortalDb db, string key, Arrival arrival, CancellationToken ct)
    {
        var hashes = HashesOf(key, arrival);
        return db.Submissions.AnyAsync(piece => hashes.Contains(piece.IdempotencyHash), ct);
    }

    /// <summary>All that a call with this key may have made.</summary>
    private string[] HashesOf(string key, Arrival arrival) => [.. ReceiveLinks.PartKeys(key).Prepend(key).Select(one => codes.KeyHashOf(arrival.Own(one)))];
}
