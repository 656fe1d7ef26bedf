using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>Everything that lies on the desk about one piece; nothing of it is tracked.</summary>
/// <param name="Piece">With files, history, versions, consents and letters.</param>
/// <param name="Columns">Those it may be put into: the open ones, and its own.</param>
/// <param name="Work">Jobs that are not done, the oldest first.</param>
/// <param name="EnteredBy">Name of the colleague who typed it in for a caller.</param>
public sealed record PieceFolder(Submission Piece, IReadOnlyList<Column> Columns, IReadOnlyList<Job> Work, string? EnteredBy)
{
    private static readonly JobKind[] Ladders = [JobKind.MakeLadder, JobKind.EncodeRange, JobKind.EncodeSound, JobKind.JoinRanges];

    /// <summary>The partner whose key it came by.</summary>
    public string? Partner { get; init; }

    /// <summary>What its addresses lead to.</summary>
    public IReadOnlyList<LinkFact> Links { get; init; } = [];

    /// <summary>Mails it came by or that belong to it, the oldest first.</summary>
    public IReadOnlyList<InboundMail> Mails { get; init; } = [];

    /// <summary>Messages of the reader that no editor has seen.</summary>
    public int Unread { get; init; }

    /// <summary>待取原件 that have not come.</summary>
    public IReadOnlyList<AwaitedFile> Awaited { get; init; } = [];

    /// <summary>Pieces that may be about the same film; what must be decided comes first.</summary>
    public IReadOnlyList<AlikePiece> Alike { get; init; } = [];

    /// <summary>批注, by film and moment; those without a moment first.</summary>
    public IReadOnlyList<FilmNote> Notes { get; init; } = [];

    /// <summary>The piece that goes on, where this one is its duplicate.</summary>
    public PieceLink? Other { get; init; }

    /// <summary>What stands in the way, said more exactly where the machines know: a film that is not being made any more is not waited for.</summary>
    /// <param name="code">Of a guard.</param>
    public string Sharpened(string code) => code is "ladder-missing" && Work.Any(job => job.State is JobState.Dead && Ladders.Contains(job.Kind)) ? "ladder-failed" : code;
}
