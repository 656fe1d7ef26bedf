namespace Zhizhuxia.Media;

/// <summary>Turns what ffprobe said and what the packets show into facts or a refusal. Pure: no file is touched.</summary>
public sealed class FactsJudge(MediaOptions options)
{
    /// <summary>Says before any packet is read whether the streams can be a film.</summary>
    /// <returns>A refusal code, or null.</returns>
    public string? RefuseStreams(ProbeReport? report)
    {
        if (report is null || report.Streams.Count == 0)
            return MediaRefusals.Corrupt;
        if (report.Raw.IsProtected || report.Streams.Any(stream => stream.CodecTag is "encv" or "enca" or "drmi" or "drms"))
            return MediaRefusals.Encrypted;
        if (report.Streams.Count > options.MaxStreams)
            return MediaRefusals.TooComplex;
        var pictures = TrackChoice.Pictures(report.Streams).ToList();
        if (pictures.Count == 0)
            return WithoutPictures(report);
        var readable = pictures.Where(IsReadable).ToList();
        if (readable.Count == 0)
            return MediaRefusals.UnsupportedCodec;
        if (readable.All(stream => stream.DolbyVisionProfile == 5))
            return MediaRefusals.DolbyVisionFive;
        return readable.All(stream => (long)stream.Width * stream.Height > options.MaxPixels) ? MediaRefusals.TooLarge : null;
    }

    /// <summary>Judges by packets.</summary>
    /// <param name="report">Passed by <see cref="RefuseStreams"/>.</param>
    /// <param name="packets">All packets of the file.</param>
    /// <param name="fileBytes">Size of the file.</param>
    public Judgement Judge(ProbeReport report, PacketTable packets, long fileBytes)
    {
        if (packets.Overflowed)
            return Judgement.Refused(MediaRefusals.TooComplex);
        var timings = report.Streams.ToDictionary(stream => stream.Index, stream => Timing(stream, packets));
        var picture = TrackChoice.Video([.. report.Streams.Where(stream => stream.Type != "video" || IsReadable(stream))], index => timings[index]);
        if (picture is null || picture.Width <= 0 || picture.Height <= 0)
            return Judgement.Refused(MediaRefusals.Corrupt);
        var shown = timings[picture.Index]!;
        if (shown.Frames < 2)
            return Judgement.Refused(MediaRefusals.StillImage);
        var sound = TrackChoice.Audio(report.Streams, index => timings[index], options.OldFormats);
        var films = TrackChoice.Pictures(report.Streams).Count(stream => timings[stream.Index] is { Frames: >= 2 });
        var facts = new FactsWriter(report, picture, shown, sound, sound is null ? null : timings[sound.Index])
        {
            Films = films,
            EditedAwayPackets = packets.EditedAway(picture.Index),
        }.Write(fileBytes);
        return Nonsense(facts) is { } nonsense
            ? Judgement.Refused(nonsense)
            : new Judgement { Facts = facts, Restricted = RestrictedTags.From(report) };
    }

    // A film that takes no time or whose pictures do not follow each other cannot be played, whatever its header says.
    private string? Nonsense(VideoFacts facts)
    {
        if (facts.DurationSeconds > options.MaxDuration.TotalSeconds)
            return MediaRefusals.TooLong;
        return facts.DurationSeconds <= 0 || facts.Video.FrameRate is not (> 0 and < 2000) ? MediaRefusals.Corrupt : null;
    }

    private static string WithoutPictures(ProbeReport report)
    {
        if (report.Streams.Any(stream => stream.Type == "audio"))
            return MediaRefusals.NoVideo;
        return report.Streams.Any(stream => stream.IsStill) ? MediaRefusals.StillImage : MediaRefusals.Corrupt;
    }

    // Interlaced H.264 may come one field per packet: two packets are one frame then.
    private static TrackTiming? Timing(ProbeTrack stream, PacketTable packets)
    {
        var timing = TrackTiming.Of(packets.Track(stream.Index), stream.Type == "video");
        var fields = timing is not null && FactsWriter.IsInterlaced(stream)
            && stream.HeaderFrameRate > 0 && Math.Abs(timing.NominalRate / stream.HeaderFrameRate - 2) < 0.1;
        return fields
            ? timing! with { Frames = timing.Frames / 2, NominalRate = timing.NominalRate / 2, AverageRate = timing.AverageRate / 2 }
            : timing;
    }

    private bool IsReadable(ProbeTrack stream) => AllowedFormats.IsVideoCodec(stream.Codec, options.OldFormats);
}
