using System.Linq.Expressions;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>A filter of the queue as conditions of the database.</summary>
internal static class QueueNarrowing
{
    private static readonly State[] Busy = [.. States.Undecided, State.Adopted];

    /// <summary>The states that are looked through, each in its own order of the index.</summary>
    public static IReadOnlyList<State> StatesOf(this QueueFilter filter) => filter switch
    {
        { State: { } state } => [state],
        { Share: QueueShare.LastWord } => [State.TakenDown, State.Adopted],
        { Mark: QueueMark.CountersignDue } => [State.TakenDown],
        { Mark: QueueMark.WithdrawalAsked } => [State.Adopted],
        { Before: not null } => States.Undecided,
        _ => Busy,
    };

    /// <summary>All of the filter but its state and words.</summary>
    public static IQueryable<QueueEntry> Narrow(this IQueryable<QueueEntry> entries, QueueFilter filter, PortalDb db)
    {
        if (filter.ColumnId is { } column)
            entries = entries.Where(entry => entry.ColumnId == column);
        if (filter.Kind is { } kind)
            entries = entries.Where(entry => entry.Kind == kind);
        if (filter.Channel is { } channel)
            entries = entries.Where(entry => entry.Channel == channel);
        if (filter.Before is { } before)
            entries = entries.Where(entry => entry.SubmittedAt <= before);
        if (filter.Tag is { } tag)
            entries = entries.Where(entry => db.PieceTags.Any(row => row.SubmissionId == entry.SubmissionId && row.Word == tag));
        return filter.Mark switch
        {
            null => entries,
            QueueMark.Stuck => entries.Where(entry => db.Jobs.Where(job => job.State == JobState.Dead).Select(job => job.SubmissionId).Contains(entry.SubmissionId)),
            { } mark => Marked(entries, mark.Bit()),
        };
    }

    public static Expression<Func<QueueEntry, bool>> Not(this Expression<Func<QueueEntry, bool>> condition) =>
        Expression.Lambda<Func<QueueEntry, bool>>(Expression.Not(condition.Body), condition.Parameters);

    /// <summary>Behind a row of the queue's order; null: from the start. The first condition alone tells the index where to begin.</summary>
    public static Expression<Func<QueueEntry, bool>>? Behind(QueueCursor cursor)
    {
        var (at, id) = (cursor.At, cursor.Id);
        return at == DateTimeOffset.MinValue ? null : entry => entry.SubmittedAt >= at && (entry.SubmittedAt > at || entry.SubmissionId > id);
    }

    private static IQueryable<QueueEntry> Marked(IQueryable<QueueEntry> entries, int bit) => entries.Where(entry => (entry.Marks & bit) != 0);
}
