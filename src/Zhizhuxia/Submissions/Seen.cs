using System.Globalization;

namespace Zhizhuxia.Submissions;

/// <summary>What of a piece somebody had before their eyes when they decided. It travels in the page and back.</summary>
/// <param name="Version">The piece's <see cref="Submission.RowVersion"/>.</param>
/// <param name="Steps">Length of its history, so that whoever was faster can be named.</param>
public readonly record struct Seen(int Version, int Steps)
{
    public static Seen Of(Submission piece) => new(piece.RowVersion, piece.History.Count);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Version}.{Steps}");

    /// <summary>What <see cref="ToString"/> wrote; anything else is a page of nowhere, and therefore stale.</summary>
    public static Seen Parse(string? text) =>
        text?.Split('.') is [var version, var steps]
        && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seenVersion)
        && int.TryParse(steps, NumberStyles.None, CultureInfo.InvariantCulture, out var seenSteps)
            ? new(seenVersion, seenSteps)
            : new(-1, -1);

    /// <summary>The same person has done exactly this on exactly this page: a form that was sent twice.</summary>
    public bool WasUsedBy(Submission piece, Actor actor, Verb verb) =>
        piece.RowVersion == Version + 1 && piece.History.Count == Steps + 1
        && piece.History[^1] is { } last && last.Verb == verb && last.EditorId == actor.EditorId;
}
