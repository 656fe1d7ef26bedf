namespace Zhizhuxia.Submissions;

/// <summary>The piece that another is a duplicate of.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="GoesOn">It is neither a draft nor itself closed as a duplicate: so a chain of duplicates never comes back to its beginning.</param>
/// <param name="Evidence">What is the same in both, in words for the history; empty where only a person has seen it.</param>
public sealed record OtherPiece(Guid Id, string Number, bool GoesOn, string Evidence);
