namespace Zhizhuxia.Review;

/// <summary>Short marks that differ when what they stand for has changed; nothing can be read from them.</summary>
/// <param name="Queue">The figures of the navigation and the rows of the queue.</param>
/// <param name="Pieces">Of the pieces asked for, as far as they are there.</param>
public sealed record DeskStamps(string Queue, IReadOnlyDictionary<Guid, PieceStamps> Pieces);

/// <summary>Of one piece.</summary>
/// <param name="Piece">Who holds it, where it stands.</param>
/// <param name="Work">How far the machines are.</param>
/// <param name="Notes">What has been remarked.</param>
public sealed record PieceStamps(string Piece, string Work, string Notes);
