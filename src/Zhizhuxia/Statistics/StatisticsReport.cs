namespace Zhizhuxia.Statistics;

/// <summary>Everything on the page 统计.</summary>
public sealed record StatisticsReport(Period Period, StatisticsTotals Totals, IReadOnlyList<Figure> Figures);

/// <summary>What the person who looks may see beside the sums.</summary>
/// <param name="SeesEditors">Who of the newsroom has decided how much, and how fast.</param>
/// <param name="SeesNames">Names of readers.</param>
public sealed record StatisticsScope(bool SeesEditors, bool SeesNames);

/// <summary>The figures at the head of the page.</summary>
public sealed record StatisticsTotals
{
    public required int Received { get; init; }

    /// <summary>Of those.</summary>
    public required int Adopted { get; init; }

    /// <summary>Median until an editor first had the piece open; null when nobody had one.</summary>
    public required TimeSpan? FirstLook { get; init; }

    /// <summary>Median until the piece was adopted or closed; null when none was.</summary>
    public required TimeSpan? Decision { get; init; }

    /// <summary>Pieces of the period that were decided after more than 15 days.</summary>
    public required int DecidedLate { get; init; }

    /// <summary>Pieces that wait for longer than 15 days now, whenever they came.</summary>
    public required int OpenLate { get; init; }
}
