namespace Zhizhuxia.Review;

/// <summary>What is on a person's desk today (待办台).</summary>
/// <param name="Clocks">Pieces whose 15 days end within three, the first to end on top.</param>
/// <param name="Awaited">超大附件 that somebody must fetch before their provider drops them.</param>
/// <param name="Stuck">Jobs that were given up, the newest first; for administrators.</param>
public sealed record Today(
    TodayCounts Counts, IReadOnlyList<QueueRow> Clocks, IReadOnlyList<AwaitedOriginal> Awaited, IReadOnlyList<StuckWork> Stuck);

/// <summary>Figures that mean "I must act"; each up to <see cref="ReviewQueue.MostCounted"/>.</summary>
/// <param name="Waiting">等我审的: in a level of mine, free or claimed by me.</param>
/// <param name="Mine">我认领的.</param>
/// <param name="Soon">Of those that wait for me: 15 days end within three, or have ended.</param>
/// <param name="LastWords">For 终审: takedowns that wait for a second person, other than who took them down, and withdrawals that wait for an answer.</param>
/// <param name="Mails">For others: mails that want a person.</param>
public sealed record TodayCounts(int Waiting, int Mine, int Soon, int LastWords, int Mails);

/// <summary>待取原件 of a piece.</summary>
/// <param name="Expires">When their provider drops it.</param>
public sealed record AwaitedOriginal(Guid PieceId, string? Number, string Title, string? Name, string? Size, DateTimeOffset Expires);

/// <summary>卡住的工作.</summary>
public sealed record StuckWork(Zhizhuxia.Jobs.JobKind Kind, Guid? PieceId, string? Number, string? Title, DateTimeOffset Since);
