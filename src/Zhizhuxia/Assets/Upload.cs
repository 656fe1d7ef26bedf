namespace Zhizhuxia.Assets;

/// <summary>A file on its way. The offset lives here; bytes are on disk before the offset grows.</summary>
public sealed class Upload
{
    /// <summary>Name of the bytes in the upload area.</summary>
    public required Guid Id { get; init; }

    public required Guid AssetId { get; init; }

    public Asset? Asset { get; init; }

    /// <summary>256 random bits, base64url; the last segment of the upload's address.</summary>
    public required string Token { get; init; }

    /// <summary>SHA-256 (lower-case hex) of the cookie of the browser that began it. Everybody else gets 404.</summary>
    public required string OwnerHash { get; init; }

    /// <summary>HMAC (lower-case hex) of the address it came from, IPv6 by /64; for the quota only.</summary>
    public required string AddressHash { get; init; }

    /// <summary>The Upload-Metadata header as the client sent it; HEAD gives it back (tus 1.0, Creation).</summary>
    public string? Metadata { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Declared length in bytes; reserved from the space and the quota while the upload lives.</summary>
    public required long Length { get; init; }

    /// <summary>Bytes that are on disk.</summary>
    public long Offset { get; set; }

    /// <summary>Fencing token: each PATCH takes the next one; an older request cannot move the offset any more.</summary>
    public long Writer { get; set; }

    public DateTimeOffset LastByteAt { get; set; }

    /// <summary>Swept after this time unless the upload has ended.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    public bool Ended => Offset == Length;
}
