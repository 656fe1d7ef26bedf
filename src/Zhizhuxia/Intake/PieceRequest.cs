namespace Zhizhuxia.Intake;

/// <summary>What a piece remembers of the request that made it.</summary>
/// <param name="KeyHash">HMAC of the idempotency key.</param>
/// <param name="Hash">SHA-256 of all that must be the same when the key comes again.</param>
public sealed record PieceRequest(string KeyHash, string Hash);
