using System.Globalization;
using System.Text.RegularExpressions;

namespace Zhizhuxia.Media;

/// <summary>
/// Reads what a child cost in the box from the end of its standard error. Bubblewrap does not wait for the process it
/// starts, so neither rusage nor /proc of the wrapper knows it: a shell in the box prints its POSIX <c>times</c> instead.
/// </summary>
internal sealed partial class ProcessorMeter(Action<ReadOnlyMemory<char>>? onLine)
{
    /// <summary>Line before the two of <c>times</c>: the shell's own, then its children's.</summary>
    private const string Mark = "== times ==";

    private int _linesSinceMark = -1;

    /// <summary>The command that runs what follows it and prints its times; exits with the same code.</summary>
    public static IReadOnlyList<string> Shell { get; } = ["/usr/bin/sh", "-c", $"\"$@\"; code=$?; echo '{Mark}' >&2; times >&2; exit $code", "sh"];

    /// <summary>User and system time of the last children line; zero for a child that was killed, whose time nobody knows.</summary>
    public TimeSpan Time { get; private set; }

    /// <summary>Takes one line of standard error in; hands on those that are not the shell's.</summary>
    public void ReadLine(ReadOnlyMemory<char> line)
    {
        if (line.Span.SequenceEqual(Mark))
            _linesSinceMark = 0;
        else if (_linesSinceMark is 0 or 1)
            Read(line.ToString());
        else
            onLine?.Invoke(line);
    }

    /// <summary>Standard error without the shell's lines.</summary>
    public static string Without(string errors)
    {
        var mark = errors.LastIndexOf(Mark, StringComparison.Ordinal);
        return mark < 0 ? errors : errors[..mark];
    }

    // 0m1.490000s 0m0.020000s
    private void Read(string line)
    {
        _linesSinceMark = _linesSinceMark is 0 ? 1 : -1;
        if (_linesSinceMark is -1 && Times().Match(line) is { Success: true } found)
            Time = TimeSpan.FromMinutes(Number(found, 1) + Number(found, 3)) + TimeSpan.FromSeconds(Number(found, 2) + Number(found, 4));
    }

    private static double Number(Match found, int group) => double.Parse(found.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d+)m([\d.]+)s (\d+)m([\d.]+)s$")]
    private static partial Regex Times();
}
