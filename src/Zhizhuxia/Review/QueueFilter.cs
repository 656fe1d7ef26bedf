using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>What an editor wants to see of the queue. Null: all.</summary>
/// <param name="State">Null: everything that is not decided yet, and what is adopted.</param>
/// <param name="ColumnId">Pieces of one column.</param>
/// <param name="Kind">成品, 链接 or 约拍.</param>
/// <param name="Words">Part of the title or of the number.</param>
public sealed record QueueFilter(State? State, Guid? ColumnId, SubmissionKind? Kind, string? Words)
{
    public static QueueFilter Everything { get; } = new(null, null, null, null);
}
