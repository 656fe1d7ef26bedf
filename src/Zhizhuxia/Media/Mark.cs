namespace Zhizhuxia.Media;

/// <summary>What an editor should look at.</summary>
public enum MarkKind
{
    /// <summary>The picture is black.</summary>
    Black,

    /// <summary>The picture stands still.</summary>
    Frozen,

    /// <summary>Nothing is to be heard although there is a sound track.</summary>
    Silent,
}

/// <summary>A stretch of a film.</summary>
/// <param name="Kind">What is the matter.</param>
/// <param name="FromSeconds">From the film's beginning.</param>
/// <param name="ToSeconds">From the film's beginning.</param>
public sealed record Mark(MarkKind Kind, double FromSeconds, double ToSeconds)
{
    internal double Seconds => ToSeconds - FromSeconds;

    internal bool Covers(double at) => FromSeconds <= at && at <= ToSeconds;
}
