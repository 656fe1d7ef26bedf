using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>Another piece with an address of the same key.</summary>
/// <param name="Number">Of every piece but a draft.</param>
public sealed record SameClip(Guid Id, string? Number, string Title, State State);
