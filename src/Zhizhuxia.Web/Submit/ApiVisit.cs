using Zhizhuxia.Accounts;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Submit;

/// <summary>
/// One request of the interface and what it takes from its sender's allowance: a piece before its body is read, the others of a batch after. A repetition
/// takes nothing and is let in when nothing is left: its answer is there already. What was refused counts, or bad forms could be tried without end.
/// </summary>
internal sealed class ApiVisit
{
    private readonly ApiDoor _door;
    private readonly List<AllowanceLease> _taken = [];
    private int _pieces;
    private TimeSpan _wait;

    private ApiVisit(ApiDoor door, ApiSender sender, string key) => (_door, Sender, Key) = (door, sender, key);

    public ApiSender Sender { get; }

    /// <summary>Idempotency-Key; empty if there is none.</summary>
    public string Key { get; }

    /// <exception cref="RefusedException"><c>api-key-invalid</c>, <c>api-key-scope</c>; <c>too-many-requests</c>: and the key is not known either.</exception>
    public static async Task<ApiVisit> EnterAsync(HttpRequest request, ApiScope scope, string? idempotencyKey, ApiDoor door, CancellationToken ct)
    {
        var visit = new ApiVisit(door, await ApiSender.OfAsync(request, scope, door, ct), idempotencyKey ?? "");
        if (!await visit.TryTakeAsync(1, ct) && !await visit.IsKnownAsync(ct))
            throw visit.TooMany();
        return visit;
    }

    /// <summary>One piece.</summary>
    /// <exception cref="RefusedException"><c>too-many-requests</c>, <c>idempotency-key-reused</c>, or what <paramref name="receive"/> throws.</exception>
    public async Task<ReceiptView> TakeAsync(KeyedForm piece, Func<Task<ReceiptView>> receive, CancellationToken ct)
    {
        await PayAsync([piece], ct);
        var receipt = await receive();
        await SettleAsync(receipt.IsRepeated);
        return receipt;
    }

    /// <summary>A batch.</summary>
    /// <exception cref="RefusedException"><c>batch-size</c>: more than are ever let in at once; and as <see cref="TakeAsync"/>.</exception>
    public async Task<IReadOnlyList<LinkOutcome>> TakeAllAsync(IReadOnlyList<KeyedForm> batch, Func<Task<IReadOnlyList<LinkOutcome>>> receive, CancellationToken ct)
    {
        await PayAsync(batch, ct);
        var outcomes = await receive();
        await SettleAsync(outcomes.Any(outcome => outcome.Receipt is { IsRepeated: true }));
        return outcomes;
    }

    private async Task PayAsync(IReadOnlyList<KeyedForm> pieces, CancellationToken ct)
    {
        var most = Math.Min(_door.Rate.MostOf(Sender), ReceiveLinks.Most);
        if (pieces.Count <= most && await TryTakeAsync(pieces.Count - _pieces, ct))
            return;
        FormerReceipts.CheckKey(Key);
        await using var db = _door.Open();
        if (!await _door.Former.AnyAsync(db, pieces, Sender.Arrival, ct))
            throw pieces.Count > most ? new("batch-size", most) : TooMany();
    }

    private async Task<bool> TryTakeAsync(int pieces, CancellationToken ct)
    {
        if (pieces <= 0)
            return true;
        var lease = await _door.Rate.TakeAsync(Sender, pieces, ct);
        if (!lease.IsAcquired)
        {
            _wait = lease.Wait;
            return false;
        }
        _taken.Add(lease);
        _pieces += pieces;
        return true;
    }

    /// <summary>Of a repetition everything is given back.</summary>
    private async Task SettleAsync(bool isRepeated)
    {
        foreach (var lease in isRepeated ? _taken : [])
            await lease.GiveBackAsync();
    }

    private async Task<bool> IsKnownAsync(CancellationToken ct)
    {
        if (Key.Length is < FormerReceipts.ShortestKey or > FormerReceipts.LongestKey)
            return false;
        await using var db = _door.Open();
        return await _door.Former.KnowsAsync(db, Key, Sender.Arrival, ct);
    }

    private RefusedException TooMany() => Limits.TooMany(_wait);
}
