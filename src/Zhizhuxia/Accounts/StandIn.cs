namespace Zhizhuxia.Accounts;

/// <summary>代: a level of the review lent to a colleague for a time. It begins and ends by itself.</summary>
public sealed class StandIn
{
    public required Guid Id { get; init; }

    /// <summary>One of <see cref="DutyRoster.Lendable"/>.</summary>
    public required Role Role { get; init; }

    /// <summary>Who has the level for the time.</summary>
    public required Guid EditorId { get; init; }

    public required DateTimeOffset From { get; init; }

    /// <summary>The first moment at which it holds no more.</summary>
    public required DateTimeOffset Until { get; init; }

    public required string Reason { get; init; }

    public required Guid LentBy { get; init; }

    /// <summary>As the roster shows it.</summary>
    public required string LentByName { get; init; }

    public required DateTimeOffset LentAt { get; init; }

    /// <summary>Ended before its time.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public string? EndedBy { get; private set; }

    public bool IsPresent(DateTimeOffset now) => EndedAt is null && From <= now && now < Until;

    /// <summary>Present or still to come.</summary>
    public bool IsOpen(DateTimeOffset now) => EndedAt is null && now < Until;

    /// <summary>Ends it now; what was judged by it stands.</summary>
    /// <returns>False if it was over already.</returns>
    public bool End(string by, DateTimeOffset now)
    {
        if (!IsOpen(now))
            return false;
        (EndedAt, EndedBy) = (now, by);
        return true;
    }
}
