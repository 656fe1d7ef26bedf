namespace Zhizhuxia.Media;

/// <summary>
/// The speech of old phones: their films hold up to fifty AMR frames in a packet, of which ffmpeg decodes the first and leaves the rest
/// silent. Written into a file of its own, where one frame follows another, all of it is heard. Pure.
/// </summary>
internal static class LooseSound
{
    /// <summary>Name of that file in the output folder; it is gone when the run has ended.</summary>
    public const string FileName = "loose.amr";

    /// <summary>ffmpeg's arguments for the run that writes it; null for a film that needs none.</summary>
    public static IReadOnlyList<string>? Preparation(VideoFacts facts, MediaOptions options) => facts.Audio is { IsBundled: true } audio
        ?
        [
            .. PlanArguments.Quiet, .. InputArguments.Guarded(options), "-vn", "-i", Sandbox.Input, "-map", $"0:{audio.Index}",
            .. PlanArguments.Nothing(facts), "-c", "copy", "-f", "amr", $"{Sandbox.Output}/{FileName}",
        ]
        : null;

    /// <summary>That file as a second input, at its place in the film.</summary>
    public static IEnumerable<string> Input(VideoFacts facts) => facts.Audio is { IsBundled: true } audio
        ?
        [
            "-protocol_whitelist", "file", "-format_whitelist", "amr", "-itsoffset", InputArguments.Number(audio.LeadInSeconds),
            "-f", "amr", "-i", $"{Sandbox.Output}/{FileName}",
        ]
        : [];

    /// <summary>The sound on the film's own time, in a filter graph.</summary>
    public static string Source(VideoFacts facts)
    {
        if (facts.Audio is { IsBundled: true })
            return "[1:0]";
        var shift = facts.TimelineShiftSeconds is not 0 ? $"asetpts=PTS+{InputArguments.Number(facts.TimelineShiftSeconds)}/TB," : "";
        return $"[0:{facts.Audio!.Index}]{shift}";
    }
}
