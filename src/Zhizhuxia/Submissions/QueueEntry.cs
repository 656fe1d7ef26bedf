using Zhizhuxia.Assets;

namespace Zhizhuxia.Submissions;

/// <summary>
/// What the queue sorts, filters, searches and shows of a piece: one narrow row. The database renews it in the transaction of every change
/// to the piece; nobody else writes it, and nothing is decided by it.
/// </summary>
public sealed class QueueEntry
{
    private const char Between = ' ';

    /// <summary>Grows with arrival; the row's number in the search index.</summary>
    public long Serial { get; init; }

    public required Guid SubmissionId { get; init; }

    public string? Number { get; private set; }

    public string Title { get; private set; } = "";

    public SubmissionKind Kind { get; private set; }

    public Channel Channel { get; private set; }

    public State State { get; private set; }

    public CloseReason? Closing { get; private set; }

    public DateTimeOffset SubmittedAt { get; private set; }

    public Guid? ColumnId { get; private set; }

    public Guid? EnteredBy { get; private set; }

    /// <summary>Of the claim, alive or not.</summary>
    public Guid? ClaimBy { get; private set; }

    /// <inheritdoc cref="ClaimBy"/>
    public string? ClaimName { get; private set; }

    /// <inheritdoc cref="ClaimBy"/>
    public DateTimeOffset? ClaimAt { get; private set; }

    /// <summary>Who has passed the content as it is at 初审; null once that is void.</summary>
    public Guid? FirstPassBy { get; private set; }

    /// <summary>Who has passed the content as it is at 复审; null once that is void.</summary>
    public Guid? SecondPassBy { get; private set; }

    /// <summary>See <see cref="QueueMarks"/>.</summary>
    public int Marks { get; private set; }

    /// <summary>What colleagues have tagged it with, a space between two: no tag has one. See <see cref="TagsOf"/>.</summary>
    public string Tags { get; private set; } = "";

    /// <summary>The piece's <see cref="Submission.RowVersion"/>.</summary>
    public int Version { get; private set; }

    /// <summary>Length of its history.</summary>
    public int Steps { get; private set; }

    /// <summary>The asset whose poster is shown.</summary>
    public Guid? PosterOf { get; private set; }

    /// <summary>The poster is higher than wide.</summary>
    public bool Upright { get; private set; }

    /// <summary>The list of small pictures of the same asset.</summary>
    public string? Storyboard { get; private set; }

    /// <summary>Of the first film.</summary>
    public double? Seconds { get; private set; }

    /// <summary>When this row last became another one, by whatever process.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>All that is searched, as <see cref="SearchWords"/> writes it.</summary>
    public string Words { get; private set; } = "";

    /// <summary>The words in <see cref="Tags"/>.</summary>
    public static IReadOnlyList<string> TagsOf(string tags) => tags.Split(Between, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Says anew what the piece is.</summary>
    /// <param name="piece">With files, history, consents and links; no draft.</param>
    /// <param name="tags">What colleagues have tagged it with.</param>
    /// <param name="readerWrote">No editor has looked at what the reader wrote last.</param>
    public QueueEntry Describe(Submission piece, IReadOnlyList<string> tags, bool readerWrote)
    {
        (Number, Title, Kind, Channel) = (piece.Number, piece.Title, piece.Kind, piece.Channel);
        (State, Closing, ColumnId, EnteredBy) = (piece.State, piece.Closing, piece.ColumnId, piece.EnteredBy);
        SubmittedAt = piece.SubmittedAt ?? piece.CreatedAt;
        (ClaimBy, ClaimName, ClaimAt) = (piece.Claim?.EditorId, piece.Claim?.Name, piece.Claim?.At);
        (FirstPassBy, SecondPassBy) = (PassedBy(piece, State.Review1), PassedBy(piece, State.Review2));
        (Version, Steps) = (piece.RowVersion, piece.History.Count);
        Marks = QueueMarks.Of(piece, readerWrote);
        Show([.. piece.Assets.OrderBy(asset => asset.IsKeptOut).ThenBy(asset => asset.Id)]);
        (Tags, Words) = (string.Join(Between, tags), SearchWords.Of(piece, tags));
        return this;
    }

    private void Show(IReadOnlyList<Asset> films)
    {
        var film = films.FirstOrDefault(candidate => candidate.Find(RenditionKind.Poster) is not null);
        var poster = film?.Find(RenditionKind.Poster);
        (PosterOf, Upright, Storyboard) = (film?.Id, poster is not null && poster.Height > poster.Width, film?.Find(RenditionKind.Storyboard)?.Entry);
        Seconds = films.Count > 0 ? films[0].DurationSeconds : null;
    }

    private static Guid? PassedBy(Submission piece, State level) =>
        piece.Passes().LastOrDefault(pass => pass.From == level && pass.Digest == piece.Digest)?.EditorId;
}
