namespace Zhizhuxia.Media;

/// <summary>Chooses the picture and the sound of a film. Pure.</summary>
public static class TrackChoice
{
    /// <summary>
    /// The film among the picture tracks: no covers or stills, none with fewer than two frames or shorter than half of
    /// the longest, then most frames × pixels, then the file's own default.
    /// </summary>
    /// <returns>Null when no picture track has packets; a lone single-frame track is returned so that it can be named a still.</returns>
    public static ProbeTrack? Video(IReadOnlyList<ProbeTrack> streams, Func<int, TrackTiming?> timing)
    {
        var tracks = Pictures(streams).Select(stream => (Stream: stream, Timing: timing(stream.Index))).Where(track => track.Timing is not null).ToList();
        var longest = tracks.Select(track => Length(track.Timing!)).DefaultIfEmpty(0).Max();
        var films = tracks.Where(track => track.Timing!.Frames >= 2 && Length(track.Timing) >= longest / 2).ToList();
        return (films.Count > 0 ? films : tracks)
            .OrderByDescending(track => (double)track.Timing!.Frames * track.Stream.Width * track.Stream.Height)
            .ThenByDescending(track => track.Stream.IsDefault)
            .Select(track => track.Stream).FirstOrDefault();
    }

    /// <summary>Readable sound with packets: the default, else most channels.</summary>
    public static ProbeTrack? Audio(IReadOnlyList<ProbeTrack> streams, Func<int, TrackTiming?> timing, bool oldFormats) =>
        streams.Where(stream => stream.Type == "audio" && stream is { Channels: > 0, SampleRate: > 0 }
                && AllowedFormats.IsAudioCodec(stream.Codec, oldFormats) && timing(stream.Index) is not null)
            .OrderByDescending(stream => stream.IsDefault)
            .ThenByDescending(stream => stream.Channels)
            .ThenBy(stream => stream.Index)
            .FirstOrDefault();

    /// <summary>Picture tracks that are no covers or stills.</summary>
    public static IEnumerable<ProbeTrack> Pictures(IReadOnlyList<ProbeTrack> streams) =>
        streams.Where(stream => stream.Type == "video" && !stream.IsStill);

    private static double Length(TrackTiming timing) => timing.EndSeconds - timing.StartSeconds;
}
