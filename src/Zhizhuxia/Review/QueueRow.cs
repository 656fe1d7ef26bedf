using Zhizhuxia.Assets;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>A piece as the queue shows it.</summary>
/// <param name="Waits">It waits for the person who looks.</param>
/// <param name="ClaimedBy">Who is reading it; null if nobody is.</param>
/// <param name="SubmittedAt">The clock runs from here.</param>
/// <param name="AnswerDue">The end of the 15 days; null once the reader has been answered by a decision.</param>
/// <param name="PosterOf">The asset whose poster is shown.</param>
/// <param name="Upright">The poster is higher than wide.</param>
public sealed record QueueRow(
    Guid Id, string? Number, string Title, SubmissionKind Kind, Channel Channel, State State, CloseReason? Closing, string? Column,
    bool Waits, string? ClaimedBy, DateTimeOffset SubmittedAt, DateTimeOffset? AnswerDue, Guid? PosterOf, bool Upright, double? Seconds,
    IReadOnlyList<QueueMark> Marks);

/// <summary>What a <see cref="QueueRow"/> is made of, as it comes out of the database.</summary>
internal sealed record QueuedPiece(
    Guid Id, string? Number, string Title, SubmissionKind Kind, Channel Channel, State State, CloseReason? Closing, Guid? ColumnId,
    Claim? Claim, DateTimeOffset SubmittedAt, AiLabel? AiLabel, Declarations? Declarations, bool Licensed, bool IsUrgent, IReadOnlyList<QueuedFilm> Films)
{
    /// <summary>Keys of RefusalTexts that mean a messenger or platform has shrunk the film.</summary>
    private static readonly string[] Shrunk = ["platform", "few_bits", "messenger_size"];

    public QueueRow Shown(bool waits, string? column, DateTimeOffset now)
    {
        var film = Films.FirstOrDefault(candidate => candidate.Poster is not null);
        return new(
            Id, Number, Title, Kind, Channel, State, Closing, column, waits, Claim?.IsAlive(now) is true ? Claim.Name : null, SubmittedAt,
            State is State.Review1 or State.Review2 or State.Review3 or State.Waiting ? SubmittedAt + Submission.AnswerWithin : null,
            film?.AssetId, film?.Poster is { } poster && poster.Height > poster.Width, Films.Count > 0 ? Films[0].Seconds : null, [.. Marks()]);
    }

    private IEnumerable<QueueMark> Marks()
    {
        if (IsUrgent)
            yield return QueueMark.Urgent;
        if (AiLabel is not (null or Submissions.AiLabel.None) || (AiLabel is null && (Declarations?.AiUse is AiUse.Yes || (Declarations?.AiUse is AiUse.Unknown && Kind is not SubmissionKind.Proposal) || Films.Any(film => AiMarks.LabelOf(film.Warnings) is not Submissions.AiLabel.None))))
            yield return QueueMark.Ai;
        if (Declarations?.Origin is Origin.SeenOnline)
            yield return QueueMark.SeenOnline;
        if (!Licensed)
            yield return QueueMark.NotAuthorised;
        if (Declarations is { Minors: not Minors.None } or { AgeGroup: not AgeGroup.Adult })
            yield return QueueMark.Minor;
        if (Films.Any(film => film.State is AssetState.Expected or AssetState.Uploading or AssetState.Inspecting))
            yield return QueueMark.Processing;
        if (Films.Any(film => film.State is AssetState.Rejected))
            yield return QueueMark.FileRefused;
        if (Films.Any(film => film.Warnings.Any(Shrunk.Contains)))
            yield return QueueMark.Recompressed;
    }
}

/// <summary>A file of a queued piece.</summary>
internal sealed record QueuedFilm(Guid AssetId, AssetState State, double? Seconds, IReadOnlyList<string> Warnings, IReadOnlyList<Rendition> Renditions)
{
    public Rendition? Poster => Renditions.LastOrDefault(made => made.Kind is RenditionKind.Poster);
}
