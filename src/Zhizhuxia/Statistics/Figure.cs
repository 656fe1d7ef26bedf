namespace Zhizhuxia.Statistics;

/// <summary>One plot of the statistics, which is also a table and a file.</summary>
/// <param name="Key">Latin, for addresses and file names.</param>
/// <param name="Heads">Of the columns: what a row is, its first figure, its second, the remark; the last two only where rows have them.</param>
public sealed record Figure(string Key, string Title, IReadOnlyList<string> Heads, IReadOnlyList<FigureRow> Rows)
{
    /// <summary>Rows follow each other in time: drawn as columns.</summary>
    public bool IsOverTime { get; init; }

    public bool HasSecond => Rows.Any(row => row.Second is not null);

    public bool HasNote => Rows.Any(row => row.Note is not null);

    /// <summary>The heads that are used.</summary>
    public IReadOnlyList<string> UsedHeads => [.. Heads.Take(2), .. Heads.Skip(2).Take(HasSecond ? 1 : 0), .. Heads.Skip(3).Take(HasNote ? 1 : 0)];

    /// <summary>In one sentence, for who does not see it.</summary>
    public string InWords => Rows.Count == 0
        ? "这段时间没有数据。"
        : $"{Heads[1]}共 {Rows.Sum(row => row.First)}{(HasSecond ? $"，{Heads[2]}共 {Rows.Sum(row => row.Second ?? 0)}" : "")}；最多的是{Rows.MaxBy(row => row.First)!.Name}，{Rows.Max(row => row.First)}。";
}

/// <param name="Name">What is counted.</param>
/// <param name="First">For example received.</param>
/// <param name="Second">A part of it, for example adopted.</param>
/// <param name="Note">A remark, for example a median.</param>
public sealed record FigureRow(string Name, int First, int? Second = null, string? Note = null)
{
    /// <summary>The first day of what is counted, where rows follow each other in time; a file, which has no plot around it, gives it whole.</summary>
    public DateOnly? Begins { get; init; }
}
