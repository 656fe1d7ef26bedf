using Zhizhuxia.Submissions;

namespace Zhizhuxia.Media;

/// <summary>Writes the facts of a film whose tracks are chosen. Pure.</summary>
internal sealed class FactsWriter(ProbeReport report, ProbeTrack picture, TrackTiming shown, ProbeTrack? sound, TrackTiming? heard)
{
    /// <summary>Tracks of moving pictures.</summary>
    public required int Films { get; init; }

    /// <summary>Packets of the picture that its edit list throws away.</summary>
    public required int EditedAwayPackets { get; init; }

    // An edit list shows nothing before zero. ffmpeg does when it finds no key frame before the edit: then it counts from one behind it.
    private double Shift => EditedAwayPackets > 0 && shown.StartSeconds < -shown.MedianIntervalSeconds ? -shown.StartSeconds : 0;

    private double Start => Math.Min(shown.StartSeconds + Shift, heard?.StartSeconds ?? double.MaxValue);

    /// <summary>Two half pictures in each frame.</summary>
    public static bool IsInterlaced(ProbeTrack stream) => stream.FieldOrder is "tt" or "bb" or "tb" or "bt";

    /// <summary>The facts.</summary>
    public VideoFacts Write(long fileBytes)
    {
        var video = Video();
        var aigc = report.AllTags.FirstOrDefault(tag => string.Equals(tag.Key, AigcMark.Key, StringComparison.OrdinalIgnoreCase)).Value ?? report.Raw.AigcJson;
        var mark = AigcMark.Parse(aigc);
        var trace = AiTraces.In(report);
        var facts = new VideoFacts
        {
            Container = report.Container.Split(',')[0],
            FileBytes = fileBytes,
            DurationSeconds = Rounded(Math.Max(shown.EndSeconds + Shift, heard?.EndSeconds ?? 0) - Start),
            HeaderDurationSeconds = report.HeaderDurationSeconds,
            TimelineShiftSeconds = Rounded(report.StartSeconds - Start),
            Video = video,
            Audio = Audio(),
            VideoTracks = Films,
            AudioTracks = report.Streams.Count(stream => stream.Type == "audio"),
            PlayableInBrowser = false,
            HasLocation = RestrictedTags.From(report).Location is not null,
            AigcJson = aigc,
            Aigc = mark,
            AiTrace = trace,
            AiLabel = mark?.Judged ?? (aigc is null && trace is null ? AiLabel.None : AiLabel.Suspected),
            RecompressionSigns = RecompressionSigns.In(report, video),
        };
        facts = facts with { Warnings = Warnings(facts) };
        return facts with { PlayableInBrowser = IsPlayable(facts) };
    }

    private VideoTrack Video() => Track() with
    {
        KeyFrames = shown.KeyFrames,
        IsGopClosed = shown is { IsGopClosed: true, StartsAtKey: true },
        EditedAwayPackets = EditedAwayPackets,
        ShiftSeconds = Rounded(Shift),
        KeyFrameSeconds = [.. shown.KeyFrameSeconds.Select(at => Rounded(at + Shift - Start))],
    };

    private VideoTrack Track()
    {
        var geometry = Geometry.Of(picture);
        var depth = BitDepth(picture.PixelFormat);
        var length = Math.Max(0.001, shown.EndSeconds - shown.StartSeconds);
        return new VideoTrack
        {
            Index = picture.Index,
            Codec = picture.Codec,
            Profile = picture.Profile,
            Level = picture.Level,
            PixelFormat = picture.PixelFormat,
            BitDepth = depth,
            CodedWidth = picture.Width,
            CodedHeight = picture.Height,
            DisplayWidth = geometry.Width,
            DisplayHeight = geometry.Height,
            PixelAspect = geometry.PixelAspect,
            RotationDegrees = geometry.RotationDegrees,
            IsMirrored = geometry.IsMirrored,
            IgnoreRotation = geometry.IgnoreRotation,
            Frames = shown.Frames,
            FrameRate = Rounded(shown.NominalRate),
            AverageFrameRate = Rounded(shown.AverageRate),
            MedianIntervalSeconds = Rounded(shown.MedianIntervalSeconds),
            P5IntervalSeconds = Rounded(shown.P5IntervalSeconds),
            P95IntervalSeconds = Rounded(shown.P95IntervalSeconds),
            IsVariable = shown.IsVariable,
            EndsShort = shown.EndsShort,
            IsInterlaced = IsInterlaced(picture),
            Hdr = depth > 8 ? HdrOf(picture.ColorTransfer) : Hdr.None,
            DolbyVision = picture.DolbyVisionProfile > 0 ? $"{picture.DolbyVisionProfile}.{picture.DolbyVisionCompatibility}" : null,
            ColorMatrix = picture.ColorSpace,
            ColorTransfer = picture.ColorTransfer,
            IsFullRange = picture.ColorRange == "pc" || picture.PixelFormat.StartsWith("yuvj", StringComparison.Ordinal),
            LeadInSeconds = Rounded(shown.StartSeconds + Shift - Start),
            DurationSeconds = Rounded(length),
            BitsPerSecond = (long)(shown.Bytes * 8 / length),
            PeakBitsPerSecond = shown.PeakBitsPerSecond,
            LongestGopSeconds = Rounded(shown.LongestGopSeconds),
        };
    }

    private AudioTrack? Audio() => sound is null || heard is null
        ? null
        : new AudioTrack
        {
            Index = sound.Index,
            Codec = sound.Codec,
            Channels = sound.Channels,
            SampleRateHz = sound.SampleRate,
            LeadInSeconds = Rounded(heard.StartSeconds - Start),
            DurationSeconds = Rounded(heard.EndSeconds - heard.StartSeconds),
            PacketSeconds = Rounded(heard.MedianIntervalSeconds),
        };

    private List<string> Warnings(VideoFacts facts)
    {
        var warnings = new List<string>();
        void Add(bool applies, string code)
        {
            if (applies)
                warnings.Add(code);
        }
        Add(picture.HeaderFrames > 1.05 * shown.Frames + 25, MediaWarnings.Truncated);
        Add(facts is { Audio: null, AudioTracks: > 0 }, MediaWarnings.AudioUnreadable);
        Add(facts.Video.Hdr is Hdr.None && HdrOf(picture.ColorTransfer) is not Hdr.None, MediaWarnings.HdrTagOnly);
        Add(facts.VideoTracks > 1, MediaWarnings.SeveralVideoTracks);
        Add(facts.DurationSeconds < 1, MediaWarnings.VeryShort);
        Add(facts.Video.ShortEdge < 240, MediaWarnings.VerySmall);
        Add(facts.Audio is { } audio && Math.Abs(audio.DurationSeconds - facts.Video.DurationSeconds) > 1, MediaWarnings.AudioLengthDiffers);
        return warnings;
    }

    // H.264 8-bit 4:2:0 with AAC or silent in MP4 or MOV, one picture track, upright without a mirror, whole.
    private bool IsPlayable(VideoFacts facts) =>
        facts.Container is "mov" or "mp4"
        && facts.Video is { Codec: "h264", PixelFormat: "yuv420p" or "yuvj420p", IsInterlaced: false, IsMirrored: false, IgnoreRotation: false, Level: <= 52 }
        && facts.Video.PixelAspect is > 0.99 and < 1.01
        && facts.Video.LeadInSeconds < 0.2
        && TrackChoice.Pictures(report.Streams).Count() == 1 && facts.AudioTracks <= 1
        && facts.Audio is null or { Codec: "aac", Channels: <= 2 }
        && !facts.Warnings.Any(warning => warning is MediaWarnings.Truncated or MediaWarnings.AudioUnreadable or MediaWarnings.Damaged);

    private static Hdr HdrOf(string transfer) => transfer switch
    {
        "smpte2084" => Hdr.Pq,
        "arib-std-b67" => Hdr.Hlg,
        _ => Hdr.None,
    };

    private static int BitDepth(string pixelFormat)
    {
        foreach (var depth in (int[])[16, 14, 12, 10, 9])
        {
            if (pixelFormat.Contains($"p{depth}", StringComparison.Ordinal) || pixelFormat.StartsWith($"p0{depth}", StringComparison.Ordinal))
                return depth;
        }
        return 8;
    }

    private static double Rounded(double value) => Math.Round(value, 4);
}
