using System.Globalization;

namespace Zhizhuxia.Media;

/// <summary>One measured output.</summary>
/// <param name="Planned">What was planned.</param>
/// <param name="Picture">Its picture track; null when there is none.</param>
/// <param name="Sound">Its sound track; null when there is none.</param>
/// <param name="Packets">All its packets.</param>
public sealed record MeasuredOutput(PlannedOutput Planned, ProbeTrack? Picture, ProbeTrack? Sound, PacketTable Packets)
{
    /// <summary>When its pictures are shown.</summary>
    public TrackTiming? Shown { get; } = Picture is null ? null : TrackTiming.Of(Packets.Track(Picture.Index), isPicture: true);

    /// <summary>When its sound is heard.</summary>
    public TrackTiming? Heard { get; } = Sound is null ? null : TrackTiming.Of(Packets.Track(Sound.Index), isPicture: false);
}

/// <summary>Compares measured outputs with their plan (media.md §4, end). Pure; what differs is in English, for operators.</summary>
public static class OutputCheck
{
    /// <summary>Sound that begins this much earlier or later than the picture is heard as wrong.</summary>
    private const double SoundSlackSeconds = 0.02;

    /// <summary>An AAC decoder's run-in (1024 samples), which players skip.</summary>
    private const double RunInSeconds = 1024.0 / 48000;

    /// <summary>What differs in one output; empty when it may be used.</summary>
    /// <param name="output">As measured.</param>
    public static IEnumerable<string> Differences(MeasuredOutput output)
    {
        if ((output.Picture is not null) != output.Planned.HasPicture)
            yield return "picture missing or unplanned";
        if ((output.Sound is not null) != output.Planned.HasSound)
            yield return "sound missing or unplanned";
        foreach (var difference in output.Picture is { } picture ? Picture(output.Planned, picture).Concat(Frames(output)) : [])
            yield return difference;
        foreach (var difference in output.Sound is { } sound ? Sound(output.Planned, sound, output.Heard) : [])
            yield return difference;
    }

    /// <summary>Whether pictures and sound of all outputs begin together.</summary>
    public static IEnumerable<string> Starts(IReadOnlyList<MeasuredOutput> outputs)
    {
        var heard = outputs.Select(output => output.Heard?.StartSeconds).FirstOrDefault(start => start is not null);
        var zero = outputs.Where(output => output.Planned.HasPicture).Select(output => output.Shown?.StartSeconds).FirstOrDefault() ?? 0;
        foreach (var output in outputs.Where(output => output.Shown is not null))
        {
            var picture = output.Shown!.StartSeconds;
            if (Math.Abs(picture - zero) > SoundSlackSeconds)
                yield return Text($"{output.Planned.Name}: begins {picture - zero:0.000} s after the first size");
            if (heard is { } sound && Math.Min(Math.Abs(sound - picture), Math.Abs(sound + RunInSeconds - picture)) > SoundSlackSeconds)
                yield return Text($"{output.Planned.Name}: sound begins {sound - picture:0.000} s after the picture");
        }
    }

    private static IEnumerable<string> Picture(PlannedOutput planned, ProbeTrack picture)
    {
        if (picture.Codec != "h264" || picture.PixelFormat != "yuv420p")
            yield return $"coded as {picture.Codec} {picture.PixelFormat}";
        if (picture.Width != planned.Width || picture.Height != planned.Height)
            yield return Text($"{picture.Width}x{picture.Height} instead of {planned.Width}x{planned.Height}");
        if (picture.Rotation is not 0 || picture.SampleAspectRatio is not ("" or "1:1"))
            yield return $"still turned or with oblong pixels ({picture.SampleAspectRatio})";
        if (!IsBt709(picture.ColorTransfer, planned) || !IsBt709(picture.ColorSpace, planned) || picture.ColorRange == "pc")
            yield return $"coloured as {picture.ColorSpace}/{picture.ColorTransfer}/{picture.ColorRange}";
    }

    private static bool IsBt709(string tag, PlannedOutput planned) => tag == "bt709" || (planned.IsCopied && tag.Length == 0);

    private static IEnumerable<string> Frames(MeasuredOutput output)
    {
        var planned = output.Planned;
        if (output.Shown is not { } shown)
        {
            yield return "no frames";
            yield break;
        }
        if (Math.Abs(shown.Frames - planned.Frames) > planned.FrameSlack)
            yield return Text($"{shown.Frames} frames instead of {planned.Frames}");
        var frame = 1 / planned.FrameRate;
        if (!planned.IsCopied && Math.Abs(shown.EndSeconds - shown.StartSeconds - shown.Frames * frame) > frame + 0.002)
            yield return Text($"{shown.Frames} frames last {shown.EndSeconds - shown.StartSeconds:0.000} s");
        if (planned.GopFrames > 0 && OffGrid(output.Packets.Track(output.Picture!.Index), planned.GopFrames) is { } off)
            yield return Text($"frame {off} breaks the grid of key frames every {planned.GopFrames}");
    }

    private static int? OffGrid(IReadOnlyList<Packet> packets, int gop)
    {
        var keys = packets.OrderBy(packet => packet.Seconds).Select(packet => packet.IsKey).ToList();
        var off = Enumerable.Range(0, keys.Count).FirstOrDefault(frame => keys[frame] != (frame % gop == 0), -1);
        return off < 0 ? null : off;
    }

    private static IEnumerable<string> Sound(PlannedOutput planned, ProbeTrack sound, TrackTiming? heard)
    {
        if (sound.Codec != "aac" || sound.Channels != 2 || sound.SampleRate != 48000)
            yield return Text($"sound coded as {sound.Codec}, {sound.Channels} channels, {sound.SampleRate} Hz");
        if (heard is null)
            yield return "silent";
        else if (planned.SoundSeconds is { } seconds && Math.Abs(heard.EndSeconds - heard.StartSeconds - seconds) > planned.SoundSlackSeconds)
            yield return Text($"sound of {heard.EndSeconds - heard.StartSeconds:0.00} s instead of {seconds:0.00} s");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
