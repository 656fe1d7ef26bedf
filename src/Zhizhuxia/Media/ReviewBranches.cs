namespace Zhizhuxia.Media;

/// <summary>
/// What one decode feeds besides the proxy, as pure text: small pictures for the time bar, stills for a cover, and the
/// measuring of picture and sound. Each branch thins out first and works at a small size, so that together they cost a
/// few hundredths of the proxy. What is measured goes into files of lines; the filters' own log would mix with errors.
/// </summary>
internal static class ReviewBranches
{
    /// <summary>Lines of the black and frozen stretches.</summary>
    public const string PictureFile = "picture.txt";

    /// <summary>Lines of the silent stretches.</summary>
    public const string SilenceFile = "silence.txt";

    /// <summary>Lines of the loudness.</summary>
    public const string LoudnessFile = "loudness.txt";

    private const int MeasuredPerSecond = 10;
    private const int MeasuredLongEdge = 160;

    // What a file brings along as frame metadata is thrown away first: it could pretend to be measured.
    private const string Forget = "mode=delete";

    /// <summary>Marks of the picture, from the proxy's pictures. A night scene is not black, a still landscape with grain not frozen.</summary>
    public static string Marks(Rung proxy)
    {
        var scale = (double)MeasuredLongEdge / Math.Max(proxy.Width, proxy.Height);
        return $"fps=fps={MeasuredPerSecond}:start_time=0,scale={Even(proxy.Width * scale)}:{Even(proxy.Height * scale)}:flags=area,metadata={Forget},"
            + $"blackdetect=d=0.1:pix_th=0.08,freezedetect=n=0.001:d=2,metadata=mode=print:file={Sandbox.Output}/{PictureFile},nullsink";
    }

    /// <summary>Sheets of small pictures, from the proxy's pictures.</summary>
    public static string Sheets(Storyboard board) =>
        $"{EveryFrom(board.IntervalSeconds)},scale={board.TileWidth}:{board.TileHeight}:flags=area,tile={board.Columns}x{board.Rows},{PictureChain.ToJpeg}";

    /// <summary>Stills for a cover, from the film's own pictures.</summary>
    public static string Stills(VideoFacts facts, StillsPlan stills) =>
        $"{EveryFrom(stills.IntervalSeconds)},{PictureChain.Shown(facts, stills.Width, stills.Height)},{PictureChain.ToJpeg}";

    /// <summary>
    /// Silence and loudness of the stereo mix. ebur128 says ten times a second what it has measured since the beginning; one
    /// line in ten seconds is kept, and those of the last second, the last of which counts.
    /// </summary>
    public static string Heard(VideoFacts facts, AudioTrack audio)
    {
        var nearEnd = InputArguments.Number(Math.Max(0, Math.Min(facts.DurationSeconds, audio.LeadInSeconds + audio.DurationSeconds) - 1));
        return $"ametadata={Forget},silencedetect=n=-60dB:d=1,ametadata=mode=print:file={Sandbox.Output}/{SilenceFile},"
            + $"ebur128=metadata=1:peak=true,aselect='gte(t,{nearEnd})+not(mod(n,100))',ametadata=mode=print:file={Sandbox.Output}/{LoudnessFile},anullsink";
    }

    /// <summary>
    /// Evens out the proxy's loudness as it goes, at most 12 dB up, silence left alone: a whispering phone clip can be heard
    /// beside a shouting one. Looks only half a second ahead, so that the first segment is there soon.
    /// </summary>
    public const string Levelled = "dynaudnorm=f=200:g=5:p=0.84:r=0.13:m=4:t=0.005";

    // The picture in the middle of each interval; counting the chosen ones keeps the grid from drifting.
    private static string EveryFrom(double interval) => $"select='gte(t,(selected_n+0.5)*{InputArguments.Number(interval)})'";

    private static int Even(double edge) => Math.Max(2, (int)Math.Round(edge / 2) * 2);
}
