using Zhizhuxia.Assets;

namespace Zhizhuxia.Submissions;

/// <summary>Which remarks a piece gets, and how they lie in one number.</summary>
public static class QueueMarks
{
    /// <summary>Keys of RefusalTexts that mean a messenger or platform has shrunk the film.</summary>
    private static readonly string[] Shrunk = ["platform", "few_bits", "messenger_size"];

    /// <summary>The mark's place in <see cref="QueueEntry.Marks"/>.</summary>
    public static int Bit(this QueueMark mark) => 1 << (int)mark;

    /// <summary>The marks of a number, in the order in which they are shown.</summary>
    public static IReadOnlyList<QueueMark> In(int marks) => [.. Enum.GetValues<QueueMark>().Where(mark => (marks & mark.Bit()) != 0)];

    /// <param name="piece">With files and consents.</param>
    /// <param name="readerWrote">No editor has looked at what the reader wrote last.</param>
    public static int Of(Submission piece, bool readerWrote) =>
        Marks(piece, readerWrote).Concat(OfFilms(piece.Assets)).Aggregate(0, (marks, mark) => marks | mark.Bit());

    private static IEnumerable<QueueMark> Marks(Submission piece, bool readerWrote)
    {
        if (piece.IsUrgent)
            yield return QueueMark.Urgent;
        if (readerWrote)
            yield return QueueMark.ReaderWrote;
        if (piece.AiLabel is null ? AiSuspected(piece) : piece.AiLabel is not AiLabel.None)
            yield return QueueMark.Ai;
        if (piece.Declarations?.Origin is Origin.SeenOnline)
            yield return QueueMark.SeenOnline;
        if (!piece.HasConsent(ConsentKind.Licence))
            yield return QueueMark.NotAuthorised;
        if (piece.Declarations is { Minors: Minors.GuardianAgreed or Minors.NotAsked } or { AgeGroup: not AgeGroup.Adult })
            yield return QueueMark.Minor;
        if (piece.UndecidedAlike > 0)
            yield return QueueMark.Duplicate;
        if (piece.WithdrawalAskedAt is not null)
            yield return QueueMark.WithdrawalAsked;
        if (piece is { State: State.TakenDown, CountersignedAt: null })
            yield return QueueMark.CountersignDue;
    }

    private static IEnumerable<QueueMark> OfFilms(IReadOnlyList<Asset> films)
    {
        if (films.Any(film => film.State is AssetState.Expected or AssetState.Uploading or AssetState.Inspecting))
            yield return QueueMark.Processing;
        if (films.Any(film => film.State is AssetState.Rejected))
            yield return QueueMark.FileRefused;
        if (films.Any(film => film.Warnings.Any(Shrunk.Contains)))
            yield return QueueMark.Recompressed;
    }

    /// <summary>Nobody has judged yet, and the reader or a file says so; a reader who does not know counts too.</summary>
    private static bool AiSuspected(Submission piece) =>
        piece.Declarations?.AiUse is AiUse.Yes or AiUse.Unknown
        || piece.Assets.Any(film => !film.IsKeptOut && AiMarks.LabelOf(film.Warnings) is not AiLabel.None);
}
