using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>Another piece, in the line that leads to it.</summary>
/// <param name="Number">Of every piece but a draft.</param>
public sealed record PieceLink(Guid Id, string? Number, string Title, State State);
