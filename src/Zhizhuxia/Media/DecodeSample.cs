using System.Globalization;

namespace Zhizhuxia.Media;

/// <summary>What came of decoding the first pictures of a film.</summary>
internal sealed class DecodeSample
{
    private const string FrameKey = "frame=";

    /// <summary>Pictures that came out.</summary>
    public int Frames { get; private set; }

    /// <summary>Lines of complaint.</summary>
    public int Errors { get; private set; }

    /// <summary>How ffmpeg ended.</summary>
    public ProcessEnd End { get; set; } = new(-1, false, "", false, "", TimeSpan.Zero);

    /// <summary>Takes one line of <c>-progress</c>.</summary>
    public void ReadProgress(ReadOnlyMemory<char> line)
    {
        if (line.Span.StartsWith(FrameKey) && int.TryParse(line.Span[FrameKey.Length..], CultureInfo.InvariantCulture, out var frames))
            Frames = frames;
    }

    /// <summary>Takes one line of standard error; time stamps of the null output and tracks that are not decoded are not the film's fault.</summary>
    public void ReadError(ReadOnlyMemory<char> line)
    {
        var text = line.Span.Trim();
        if (!text.IsEmpty && !text.StartsWith("[null @") && !text.StartsWith("Last message repeated")
            && !text.Contains("not on whitelist", StringComparison.Ordinal))
            Errors++;
    }
}
