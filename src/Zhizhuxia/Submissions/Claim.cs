namespace Zhizhuxia.Submissions;

/// <summary>A lease on a piece: somebody is reading it. An attribute, not a state.</summary>
/// <param name="EditorId">Who holds it.</param>
/// <param name="Name">As colleagues see it.</param>
/// <param name="At">When it was last used.</param>
public sealed record Claim(Guid EditorId, string Name, DateTimeOffset At)
{
    /// <summary>Released after this much working time without use.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(4);

    public bool IsHeldBy(Actor actor, DateTimeOffset now) => actor.EditorId == EditorId && IsAlive(now);

    public bool IsAlive(DateTimeOffset now) => WorkingHours.Between(At, now) < Idle;
}
