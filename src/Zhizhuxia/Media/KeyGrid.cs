namespace Zhizhuxia.Media;

/// <summary>
/// Where key frames lie. On a grid of frames, not of seconds: then they fall on the same moments in every size, and in a
/// film that was encoded in ranges as in one that was not. Pure.
/// </summary>
public static class KeyGrid
{
    private const double Slack = 0.01;

    /// <summary>Frames between key frames that make at least <paramref name="seconds"/>: a segment then never waits for one more.</summary>
    public static int Frames(OutputRate rate, int seconds) => Math.Max(1, (int)Math.Ceiling(rate.PerSecond * seconds - Slack));

    /// <summary>Key frames every so many frames and nowhere else, each group closed.</summary>
    /// <param name="stream">Number of the video stream in the output.</param>
    /// <param name="frames">Distance.</param>
    public static IEnumerable<string> Every(int stream, int frames) =>
    [
        $"-g:v:{stream}", InputArguments.Number(frames), $"-keyint_min:v:{stream}", InputArguments.Number(frames), $"-sc_threshold:v:{stream}", "0",
        $"-flags:v:{stream}", "+cgop",
    ];

    /// <summary>Key frames where the source has its own, so that the segments of a copied size and of the others begin alike.</summary>
    public static IEnumerable<string> LikeSource(int stream, OutputRate rate) =>
    [
        $"-force_key_frames:v:{stream}", "source", $"-g:v:{stream}", InputArguments.Number(Frames(rate, 5)), $"-sc_threshold:v:{stream}", "0",
        $"-flags:v:{stream}", "+cgop",
    ];
}
