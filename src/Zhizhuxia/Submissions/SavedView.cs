namespace Zhizhuxia.Submissions;

/// <summary>A filter of the queue that one person has kept under a name.</summary>
public sealed class SavedView
{
    public const int LongestName = 20;

    public required Guid Id { get; init; }

    public required Guid EditorId { get; init; }

    /// <summary>1–20 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The filter as the address of the queue says it, without the question mark.</summary>
    public required string Query { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
