namespace Zhizhuxia.Submissions;

/// <summary>批注: what an editor remarks, mostly at a moment of a film. For colleagues only: nothing that goes to the reader is made of it.</summary>
public sealed class FilmNote
{
    /// <summary>Characters of a note.</summary>
    public const int Longest = 500;

    public required Guid Id { get; init; }

    public required Guid SubmissionId { get; init; }

    /// <summary>The film; null for a note on the piece as a whole.</summary>
    public Guid? AssetId { get; init; }

    /// <summary>From the film's beginning.</summary>
    public double? AtSeconds { get; init; }

    public required Guid EditorId { get; init; }

    public required string Author { get; init; }

    public required string Text { get; init; }

    /// <summary>Digest of the version it was written about.</summary>
    public required string Digest { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Taken back by its author; it stays to be read.</summary>
    public DateTimeOffset? StruckAt { get; private set; }

    /// <param name="at">Moment of the film; outside of it the nearest end is meant.</param>
    /// <exception cref="RefusedException"><c>note-empty</c>, or <c>not-found</c>: the film is not of this piece.</exception>
    public static FilmNote Of(Submission piece, Actor actor, string? text, Guid? film, double? at, DateTimeOffset now)
    {
        if (PlainText.Block(text) is not { } words || PlainText.Count(words) > Longest || actor.EditorId is not { } editor)
            throw new RefusedException("note-empty", Longest);
        var asset = film is null ? null : piece.Assets.Find(asset => asset.Id == film) ?? throw new RefusedException("not-found");
        return new()
        {
            Id = Guid.CreateVersion7(now), SubmissionId = piece.Id, AssetId = asset?.Id, AtSeconds = asset is not null && at is { } moment ? Within(asset.DurationSeconds, moment) : null,
            EditorId = editor, Author = actor.Name, Text = words, Digest = piece.Digest, At = now,
        };
    }

    /// <exception cref="RefusedException"><c>note-not-yours</c></exception>
    public void Strike(Actor actor, DateTimeOffset now)
    {
        if (actor.EditorId != EditorId)
            throw new RefusedException("note-not-yours", Author);
        StruckAt ??= now;
    }

    private static double? Within(double? length, double moment) => double.IsFinite(moment) ? Math.Round(Math.Clamp(moment, 0, length ?? TimeSpan.FromDays(1).TotalSeconds), 2) : null;
}
