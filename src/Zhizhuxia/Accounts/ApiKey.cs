namespace Zhizhuxia.Accounts;

/// <summary>A partner's key to the interface. The key itself is shown once and kept nowhere; a revoked one stays, for the pieces that came by it.</summary>
public sealed class ApiKey
{
    /// <summary>Characters of the key that stay readable, so that people can tell which is which.</summary>
    public const int ShownLength = 8;

    public required Guid Id { get; init; }

    /// <summary>The partner, as editors know them: 市文旅局短视频平台.</summary>
    public required string Partner { get; init; }

    /// <summary>The first <see cref="ShownLength"/> characters.</summary>
    public required string Beginning { get; init; }

    /// <summary>HMAC of the key, lower-case hex.</summary>
    public required string Hash { get; init; }

    public required IReadOnlyList<ApiScope> Scopes { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Name of the administrator.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>To the minute; null: never.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    public string? RevokedBy { get; set; }
}
