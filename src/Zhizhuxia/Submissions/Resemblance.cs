namespace Zhizhuxia.Submissions;

/// <summary>
/// 疑似重复: two pieces that may be about the same film. One row for each pair, however often it is found; what a person has said of it is remembered
/// and not asked again.
/// </summary>
public sealed class Resemblance
{
    public required Guid Id { get; init; }

    /// <summary>The piece that came first.</summary>
    public required Guid OneId { get; init; }

    public required Guid OtherId { get; init; }

    public ResemblanceState State { get; private set; }

    public IReadOnlyList<ResemblanceEvidence> Evidence { get; private set; } = [];

    /// <summary>Until it is decided, neither piece is passed.</summary>
    public bool IsStrong { get; private set; }

    public required DateTimeOffset FoundAt { get; init; }

    public Guid? DecidedBy { get; private set; }

    public string? DecidedByName { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int RowVersion { get; private set; }

    /// <summary>The piece beside this one.</summary>
    public Guid Beside(Guid piece) => piece == OneId ? OtherId : OneId;

    /// <summary>What machines know of the pair now.</summary>
    public void Learn(IReadOnlyList<ResemblanceEvidence> found)
    {
        if (found.SequenceEqual(Evidence))
            return;
        (Evidence, IsStrong, RowVersion) = (found, found.Any(evidence => evidence.IsStrong), RowVersion + 1);
    }

    /// <summary>A person says what it means; they may change their mind. 并入 is said by <see cref="Verb.Duplicate"/> alone.</summary>
    /// <exception cref="RefusedException"><c>not-possible-now</c>, <c>alike-merged</c>.</exception>
    public void Decide(ResemblanceState state, Actor actor, DateTimeOffset now)
    {
        if (state is not (ResemblanceState.Related or ResemblanceState.Different))
            throw new RefusedException("not-possible-now");
        if (State is ResemblanceState.Merged)
            throw new RefusedException("alike-merged");
        (State, DecidedBy, DecidedByName, DecidedAt, RowVersion) = (state, actor.EditorId, actor.Name, now, RowVersion + 1);
    }

    /// <summary>Follows the pieces: merged when one was closed as the other's duplicate, open again when that was taken back.</summary>
    /// <param name="closing">The step that closed one of them for the other; null if there is none.</param>
    public void Follow(Step? closing)
    {
        if (closing is not null && State is not ResemblanceState.Merged)
            (State, DecidedBy, DecidedByName, DecidedAt, RowVersion) = (ResemblanceState.Merged, closing.EditorId, closing.ActorName, closing.At, RowVersion + 1);
        else if (closing is null && State is ResemblanceState.Merged)
            (State, DecidedBy, DecidedByName, DecidedAt, RowVersion) = (ResemblanceState.Suggested, null, null, null, RowVersion + 1);
    }
}

/// <summary>What is thought of a pair.</summary>
public enum ResemblanceState
{
    /// <summary>Found by a machine, decided by nobody.</summary>
    Suggested,

    /// <summary>并入: one goes on in the other's stead.</summary>
    Merged,

    /// <summary>相关: not the same, but to be seen together.</summary>
    Related,

    /// <summary>不是</summary>
    Different,
}

/// <summary>By what two pieces resemble each other.</summary>
public enum ResemblanceKind
{
    /// <summary>The same file, byte for byte.</summary>
    SameBytes,

    /// <summary>The same clip of a platform.</summary>
    SameLink,

    Pictures,

    Sound,
}

/// <summary>One finding.</summary>
/// <param name="Score">0 to 1.</param>
/// <param name="IsStrong">Must be decided before a piece is passed.</param>
/// <param name="Detail">Key of the link, or hash of the file.</param>
public sealed record ResemblanceEvidence(ResemblanceKind Kind, double Score, bool IsStrong, string? Detail = null)
{
    /// <summary>File of the piece that came first.</summary>
    public Guid? OneAsset { get; init; }

    public Guid? OtherAsset { get; init; }

    /// <summary>A moment of the first film plus this is the same moment of the other.</summary>
    public double OffsetSeconds { get; init; }

    /// <summary>How much of both is the same.</summary>
    public double SharedSeconds { get; init; }

    public bool IsMirrored { get; init; }
}
