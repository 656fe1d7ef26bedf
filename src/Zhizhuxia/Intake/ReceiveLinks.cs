using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>
/// Several links in one call. Each is taken or refused by itself, under a key made of the batch's: what went well stays,
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
        await using (var db = open())
            await former.AnyAsync(db, idempotencyKey, parts, arrival, ct);
        return await Task.WhenAll(parts.Select(part => TryAsync(part, arrival, ct)));
    }

    /// <summary>Each with its part of the batch's key.</summary>
    public static IReadOnlyList<KeyedForm> Keyed(IReadOnlyList<SubmissionForm> forms, string idempotencyKey)
    {
        var scope = Hash(JsonSerializer.SerializeToUtf8Bytes(forms)); // who changes one link changes the batch
        return [.. forms.Select((form, place) => new KeyedForm(PartKey(idempotencyKey, place), form with { Kind = SubmissionKind.Link }, scope))];
    }

    /// <summary>The keys of all parts that a batch may have.</summary>
    internal static IEnumerable<string> PartKeys(string key) => Enumerable.Range(0, Most).Select(place => PartKey(key, place));

    private async Task<LinkOutcome> TryAsync(KeyedForm part, Arrival arrival, CancellationToken ct)
    {
        try
        {
            return new(await take.RunAsync(part, arrival, ct), null, null);
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
