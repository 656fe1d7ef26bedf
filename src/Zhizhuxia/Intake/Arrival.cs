using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>How a piece comes in.</summary>
/// <param name="ApiKeyId">The partner's key that was shown, or null.</param>
public sealed record Arrival(Channel Channel, Guid? ApiKeyId)
{
    /// <summary>The reader's own form.</summary>
    public static Arrival Web { get; } = new(Channel.Web, null);

    /// <summary>The interface, by anybody.</summary>
    public static Arrival Api { get; } = new(Channel.Api, null);

    /// <summary>Two partners may happen to use the same key for their requests; each has a room of their own.</summary>
    internal string Own(string idempotencyKey) => ApiKeyId is { } partner ? $"{partner:N} {idempotencyKey}" : idempotencyKey;
}
