using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>What a decision would do.</summary>
/// <param name="Piece">As it would be afterwards; in memory only.</param>
/// <param name="Letter">The mail that is due, or null if this step tells the reader nothing.</param>
/// <param name="Address">Where it goes; null if the reader left no address, so that somebody telephones.</param>
public sealed record DecisionPreview(Submission Piece, Letter? Letter, string? Address);
