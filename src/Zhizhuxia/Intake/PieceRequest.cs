namespace Zhizhuxia.Intake;

/// <summary>What a piece remembers of the request that made it.</summary>
/// <param name="CallHash">HMAC of the idempotency key.</param>
/// <param name="Part"><see cref="KeyedForm.Part"/></param>
/// <param name="Hash">SHA-256 of all that must be the same when the key comes again.</param>
public sealed record PieceRequest(string CallHash, string Part, string Hash)
{
    /// <summary>Of this piece alone.</summary>
    public string KeyHash { get; } = CallHash + Part;
}
