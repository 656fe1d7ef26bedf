using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>What an editor wants to see of the queue. Null: all.</summary>
/// <param name="State">Null: everything that is not decided yet, and what is adopted; with <paramref name="Words"/> everything.</param>
/// <param name="ColumnId">Pieces of one column.</param>
/// <param name="Kind">成品, 链接 or 约拍.</param>
/// <param name="Words">To be found in number, title, text, people, links or tags.</param>
public sealed record QueueFilter(State? State, Guid? ColumnId, SubmissionKind? Kind, string? Words)
{
    public static QueueFilter Everything { get; } = new(null, null, null, null);

    public Channel? Channel { get; init; }

    public QueueMark? Mark { get; init; }

    public string? Tag { get; init; }

    /// <summary>Whose the pieces are to be.</summary>
    public QueueShare Share { get; init; }

    /// <summary>Sent in at or before this moment.</summary>
    public DateTimeOffset? Before { get; init; }
}

/// <summary>Which part of the newsroom's pieces.</summary>
public enum QueueShare
{
    All,

    /// <summary>等我处理: in a level of mine, free or claimed by me.</summary>
    Waiting,

    /// <summary>我认领的.</summary>
    Mine,

    /// <summary>等我拍板: for 终审, takedowns that wait for a second person and withdrawals that wait for an answer.</summary>
    LastWord,
}
