using System.Globalization;

namespace Zhizhuxia.Media;

/// <summary>Compares a measured output with its plan. Pure.</summary>
public static class OutputCheck
{
    private const double SoundSlackSeconds = 0.1;

    /// <summary>What differs; empty when the output may be used.</summary>
    /// <param name="planned">The plan.</param>
    /// <param name="filmSeconds">Length of the film.</param>
    /// <param name="report">What ffprobe says of the output.</param>
    /// <param name="packets">All packets of the output.</param>
    public static IEnumerable<string> Differences(PlannedOutput planned, double filmSeconds, ProbeReport report, PacketTable packets)
    {
        var picture = report.Streams.FirstOrDefault(stream => stream.Type == "video");
        var sound = report.Streams.FirstOrDefault(stream => stream.Type == "audio");
        if ((picture is not null) != planned.HasPicture)
            yield return "picture missing or unplanned";
        if ((sound is not null) != planned.HasSound)
            yield return "sound missing or unplanned";
        var shown = picture is null ? null : TrackTiming.Of(packets.Track(picture.Index), isPicture: true);
        var heard = sound is null ? null : TrackTiming.Of(packets.Track(sound.Index), isPicture: false);
        foreach (var difference in picture is null ? [] : Picture(planned, picture, shown))
            yield return difference;
        foreach (var difference in sound is null ? [] : Sound(sound, heard, filmSeconds))
            yield return difference;
        if (shown is not null && heard is not null && Math.Abs(shown.StartSeconds - heard.StartSeconds) > SoundSlackSeconds)
            yield return Text($"sound starts {heard.StartSeconds - shown.StartSeconds:0.000} s after the picture");
    }

    private static IEnumerable<string> Picture(PlannedOutput planned, ProbeTrack picture, TrackTiming? shown)
    {
        if (picture.Codec != "h264" || picture.PixelFormat != "yuv420p")
            yield return $"coded as {picture.Codec} {picture.PixelFormat}";
        if (picture.Width != planned.Width || picture.Height != planned.Height)
            yield return Text($"{picture.Width}x{picture.Height} instead of {planned.Width}x{planned.Height}");
        if (picture.Rotation is not 0 || picture.SampleAspectRatio is not ("" or "1:1"))
            yield return $"still turned or with oblong pixels ({picture.SampleAspectRatio})";
        if (picture.ColorTransfer != "bt709" || picture.ColorSpace != "bt709" || picture.ColorRange == "pc")
            yield return $"coloured as {picture.ColorSpace}/{picture.ColorTransfer}/{picture.ColorRange}";
        if (shown is null || Math.Abs(shown.Frames - planned.Frames) > planned.FrameSlack)
            yield return Text($"{shown?.Frames ?? 0} frames instead of {planned.Frames}");
    }

    private static IEnumerable<string> Sound(ProbeTrack sound, TrackTiming? heard, double filmSeconds)
    {
        if (sound.Codec != "aac" || sound.Channels != 2 || sound.SampleRate != 48000)
            yield return Text($"sound coded as {sound.Codec}, {sound.Channels} channels, {sound.SampleRate} Hz");
        if (heard is null || heard.EndSeconds > filmSeconds + 1.1)
            yield return Text($"sound of {heard?.EndSeconds ?? 0:0.00} s in a film of {filmSeconds:0.00} s");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
