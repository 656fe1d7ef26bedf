using System.Globalization;

namespace Zhizhuxia.Media;

/// <summary>
/// Collects the stretches of one kind from what ffmpeg's <c>metadata=print</c> writes: lines <c>key=seconds</c> when one
/// begins and when it ends. Nothing in them is believed: what is no time, or lies outside the film, is passed over.
/// </summary>
/// <param name="kind">What the stretches are.</param>
/// <param name="beginKey">Key of the line that begins one.</param>
/// <param name="endKey">Key of the line that ends one.</param>
/// <param name="leastSeconds">Shorter ones are no news.</param>
public sealed class StretchReader(MarkKind kind, string beginKey, string endKey, double leastSeconds)
{
    /// <summary>So many are kept, the longest.</summary>
    public const int Most = 100;

    private readonly List<Mark> _marks = [];
    private double? _begin;

    /// <summary>The picture was black for 0.4 s.</summary>
    public static StretchReader Black() => new(MarkKind.Black, "lavfi.black_start", "lavfi.black_end", 0.4);

    /// <summary>The picture stood still for 2 s.</summary>
    public static StretchReader Frozen() => new(MarkKind.Frozen, "lavfi.freezedetect.freeze_start", "lavfi.freezedetect.freeze_end", 2);

    /// <summary>Nothing was heard for 1 s.</summary>
    public static StretchReader Silent() => new(MarkKind.Silent, "lavfi.silence_start", "lavfi.silence_end", 1);

    /// <summary>Takes one line in.</summary>
    public void Read(ReadOnlySpan<char> line)
    {
        if (Seconds(line, beginKey) is { } begin)
            _begin ??= begin;
        else if (Seconds(line, endKey) is { } end)
            Close(end);
    }

    /// <summary>The stretches in the order of time. One that never ended lasts to the film's end: ffmpeg writes no line for that.</summary>
    public IReadOnlyList<Mark> Finish(double filmSeconds)
    {
        Close(filmSeconds);
        return [.. _marks.Where(mark => mark.FromSeconds < filmSeconds)
            .Select(mark => mark with { ToSeconds = Math.Min(mark.ToSeconds, filmSeconds) })
            .Where(mark => mark.Seconds >= leastSeconds).OrderBy(mark => mark.FromSeconds)];
    }

    private void Close(double end)
    {
        if (_begin is { } begin && end - begin >= leastSeconds)
            _marks.Add(new Mark(kind, Math.Round(begin, 3), Math.Round(end, 3)));
        _begin = null;
        if (_marks.Count > Most)
            _marks.Remove(_marks.MinBy(mark => mark.Seconds)!);
    }

    private static double? Seconds(ReadOnlySpan<char> line, string key) =>
        line.Length > key.Length && line[key.Length] is '=' && line.StartsWith(key, StringComparison.Ordinal)
        && double.TryParse(line[(key.Length + 1)..], CultureInfo.InvariantCulture, out var seconds) && Math.Abs(seconds) < int.MaxValue
            ? Math.Max(0, seconds)
            : null;
}
