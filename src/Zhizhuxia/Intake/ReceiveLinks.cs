using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>
/// Several links in one call. Each is taken or refused by itself, in a transaction of its own under a key made of the batch's: what went well stays,
/// and the same batch sent again, also after a crash in its middle, gives the same results.
/// </summary>
public sealed class ReceiveLinks(PortalDb db, TakeSubmission take, ReceiveLink link)
{
    public const int Most = 50;

    /// <summary>In the order of the batch.</summary>
    /// <exception cref="RefusedException"><c>batch-size</c>; <c>idempotency-key-invalid</c>, <c>idempotency-key-reused</c>: nothing was taken.</exception>
    public async Task<IReadOnlyList<LinkOutcome>> RunAsync(IReadOnlyList<SubmissionForm> forms, Arrival arrival, string idempotencyKey, CancellationToken ct)
    {
        if (forms.Count is 0 or > Most)
            throw new RefusedException("batch-size", Most);
        TakeSubmission.CheckKey(idempotencyKey);
        var scope = Hash(JsonSerializer.SerializeToUtf8Bytes(forms)); // who changes one link changes the batch
        var parts = forms.Select((form, place) => new KeyedForm(PartKey(idempotencyKey, place), form with { Kind = SubmissionKind.Link }, scope)).ToList();
        await take.CheckUnusedAsync(parts, arrival, ct);
        List<LinkOutcome> outcomes = [];
        foreach (var part in parts)
            outcomes.Add(await TryAsync(part, arrival, ct));
        return outcomes;
    }

    private async Task<LinkOutcome> TryAsync(KeyedForm part, Arrival arrival, CancellationToken ct)
    {
        db.ChangeTracker.Clear(); // what the one before left behind, a refused piece above all
        try
        {
            return new(await link.RunAsync(part, arrival, ct), null, null);
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

    private static string PartKey(string key, int place) => Hash(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{key}\n{place}")));

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
