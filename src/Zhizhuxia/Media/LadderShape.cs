namespace Zhizhuxia.Media;

/// <summary>Which sizes a film goes out in, and whether its own picture is one of them. Pure.</summary>
/// <param name="Rungs">Largest first.</param>
/// <param name="IsTopCopied">The first is the reader's own picture.</param>
public sealed record LadderShape(IReadOnlyList<Rung> Rungs, bool IsTopCopied)
{
    /// <summary>The sizes that are encoded, with their numbers.</summary>
    public IEnumerable<(Rung Rung, int Number)> Encoded => Rungs.Select((rung, number) => (rung, number)).Skip(IsTopCopied ? 1 : 0);

    /// <summary>The rate whose frames all encoded sizes have in common; that of the film when nothing is encoded.</summary>
    public OutputRate SlowestRate => Rungs[^1].Rate;

    /// <summary>The shape for a film.</summary>
    public static LadderShape Of(VideoFacts facts, LadderOrder order) =>
        new(Rung.Ladder(facts.Video), CopyRule.Obstacles(facts, order).Count == 0);

    /// <summary>The number of the first encoded size.</summary>
    public int FirstEncoded => IsTopCopied ? 1 : 0;
}
