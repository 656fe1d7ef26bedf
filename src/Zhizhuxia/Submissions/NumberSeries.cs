namespace Zhizhuxia.Submissions;

/// <summary>The last number given on a day (Beijing).</summary>
public sealed class NumberSeries
{
    /// <summary>yyMMdd.</summary>
    public required string Day { get; init; }

    public int Last { get; set; }
}
