using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>
/// Codes that open a piece to its reader. Derived from the newsroom's secret, so that a repeated request gets the same code although only an HMAC
/// is stored, and compared only as HMACs, so that no timing tells how near a guess was.
/// </summary>
public sealed class ReceiptCodes(SecretKey secret)
{
    /// <summary>The receipt code of a piece.</summary>
    public string CodeOf(Guid submissionId) => Receipt.FromBytes(secret.Sign("receipt", submissionId.ToString("N")).AsSpan(0, 15));

    /// <summary>What <see cref="Submission.ReceiptHash"/> holds for a code; null if what was typed cannot be one.</summary>
    public string? HashOf(string? typed) => Receipt.Normalize(typed) is { } code ? Convert.ToHexStringLower(secret.Sign("receipt-hash", code)) : null;

    /// <summary>What <see cref="Submission.IdempotencyHash"/> holds for a key.</summary>
    public string KeyHashOf(string idempotencyKey) => Convert.ToHexStringLower(secret.Sign("idempotency", idempotencyKey));

    /// <summary>What an upload row holds for an address.</summary>
    public string AddressHashOf(string address) => Convert.ToHexStringLower(secret.Sign("address", address));
}
