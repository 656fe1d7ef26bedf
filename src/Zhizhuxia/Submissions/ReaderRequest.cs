namespace Zhizhuxia.Submissions;

/// <summary>What a reader is asked to complete (domain T8), and the answer.</summary>
/// <param name="From">The level that asked.</param>
/// <param name="Items">What is asked for.</param>
/// <param name="Text">The editor's words.</param>
/// <param name="Due">Until when.</param>
/// <param name="Answer">The reader's words; null while it is open.</param>
public sealed record ReaderRequest(State From, IReadOnlyList<RequestItem> Items, string? Text, DateTimeOffset Due, string? Answer = null);
