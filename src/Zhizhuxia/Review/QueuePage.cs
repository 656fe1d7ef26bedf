namespace Zhizhuxia.Review;

/// <summary>A page of the queue.</summary>
/// <param name="Rows">What waits for the person first, the oldest first in both parts.</param>
/// <param name="Next">Cursor of the following page; null at the end.</param>
public sealed record QueuePage(IReadOnlyList<QueueRow> Rows, string? Next);
