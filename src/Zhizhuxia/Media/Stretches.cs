namespace Zhizhuxia.Media;

/// <summary>Arithmetic of stretches. Pure.</summary>
internal static class Stretches
{
    private const double Least = 1;

    /// <summary>What is left of some stretches where others are not: a black picture stands still as well, which is no news. Leftovers of less than a second are none either.</summary>
    /// <param name="marks">In the order of time.</param>
    /// <param name="others">In the order of time.</param>
    public static IEnumerable<Mark> Without(IReadOnlyList<Mark> marks, IReadOnlyList<Mark> others)
    {
        foreach (var mark in marks)
        {
            var rest = mark;
            foreach (var other in others.Where(other => other.ToSeconds > mark.FromSeconds && other.FromSeconds < mark.ToSeconds))
            {
                if (other.FromSeconds - rest.FromSeconds >= Least)
                    yield return rest with { ToSeconds = other.FromSeconds };
                rest = rest with { FromSeconds = Math.Max(rest.FromSeconds, other.ToSeconds) };
            }
            if (rest.Seconds >= Least)
                yield return rest;
        }
    }
}
