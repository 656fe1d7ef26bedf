using System.Security.Cryptography;
using System.Text.Json;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>
/// Several links in one call. Each is taken or refused by itself, under its part of the batch's key: what went well stays,
/// and the same batch sent again, also after a crash in its middle, gives the same results.
/// </summary>
public sealed class ReceiveLinks(Func<PortalDb> open, TakeTogether take, FormerReceipts former)
{
    public const int Most = 50;

    /// <summary>In the order of the batch.</summary>
    /// <exception cref="RefusedException"><c>batch-size</c>; <c>idempotency-key-invalid</c>, <c>idempotency-key-reused</c>: nothing was taken.</exception>
    public async Task<IReadOnlyList<LinkOutcome>> RunAsync(IReadOnlyList<SubmissionForm> forms, Arrival arrival, string idempotencyKey, CancellationToken ct)
    {
        if (forms.Count is 0 or > Most)
            throw new RefusedException("batch-size", Most);
        FormerReceipts.CheckKey(idempotencyKey);
        var parts = Keyed(forms, idempotencyKey);
        var isNew = !await IsKnownAsync(parts, arrival, ct);
        return await Task.WhenAll(parts.Select(part => TryAsync(part, arrival, isNew, ct)));
    }

    /// <summary>Each with its part of the batch's key.</summary>
    public static IReadOnlyList<KeyedForm> Keyed(IReadOnlyList<SubmissionForm> forms, string idempotencyKey)
    {
        var scope = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(forms))); // who changes one link changes the batch
        return [.. forms.Select((form, place) => new KeyedForm(idempotencyKey, form with { Kind = SubmissionKind.Link }, scope, KeyedForm.PartOf(place)))];
    }

    private async Task<bool> IsKnownAsync(IReadOnlyList<KeyedForm> parts, Arrival arrival, CancellationToken ct)
    {
        await using var db = open();
        return await former.AnyAsync(db, parts, arrival, ct);
    }

    private async Task<LinkOutcome> TryAsync(KeyedForm part, Arrival arrival, bool isNew, CancellationToken ct)
    {
        try
        {
            return new(await take.RunAsync(part, arrival, isNew, ct), null, null);
        }
        catch (FormInvalidException invalid)
        {
            return new(null, invalid.Errors, null);
        }
        catch (RefusedException refused)
        {
            return new(null, null, refused);
        }
    }
}
