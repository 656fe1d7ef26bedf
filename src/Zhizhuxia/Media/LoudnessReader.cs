using System.Globalization;

namespace Zhizhuxia.Media;

/// <summary>Reads the summary that ffmpeg's <c>ebur128</c> filter writes to standard error at its end.</summary>
internal sealed class LoudnessReader
{
    private const double Nothing = -100;

    private readonly Dictionary<string, double> _found = [];

    /// <summary>Takes one line; the last of each kind counts, because a film's own tags are printed before the summary.</summary>
    public void ReadLine(ReadOnlyMemory<char> line)
    {
        var words = line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is [var name and ("I:" or "LRA:" or "Peak:"), var number, "LUFS" or "LU" or "dBFS"])
            _found[name] = double.TryParse(number, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : Nothing;
    }

    /// <summary>What was measured; null when the summary did not come.</summary>
    public Loudness? Found => _found.Count == 3 ? new Loudness(_found["I:"], _found["Peak:"], _found["LRA:"]) : null;
}
