using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>What can be done to several pieces at once. Passing is not among it: a verdict is given on one piece that was looked at.</summary>
public enum JointAct
{
    Claim,
    Tag,
    Untag,
    Decline,
    Spam,
}

/// <summary>A ticked row.</summary>
/// <param name="Seen">The piece as it stood on the page.</param>
public sealed record TickedPiece(Guid Id, Seen Seen);

/// <summary>What an act adds to all its pieces.</summary>
/// <param name="Reason">Of a decline: one of the list.</param>
/// <param name="Word">Of a tag.</param>
public sealed record JointWords(string? Reason, string? Word);

/// <summary>What became of one of the pieces.</summary>
/// <param name="Number">Null if there is no such piece.</param>
/// <param name="Refused">Why it was not, or cannot be, done; null if nothing is in the way.</param>
/// <param name="Preview">Before it is done: what it would do.</param>
public sealed record JointResult(Guid Id, string? Number, string? Title, RefusedException? Refused, DecisionPreview? Preview);
