namespace Zhizhuxia.Publishing;

/// <summary>What stands at a short address that was once given out.</summary>
/// <param name="Film">Null after a takedown: a tombstone is shown.</param>
/// <param name="TakenDownAt">When it was taken down.</param>
public sealed record FoundFilm(PublicFilm? Film, DateTimeOffset? TakenDownAt);
