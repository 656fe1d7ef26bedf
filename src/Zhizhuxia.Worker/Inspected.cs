using Zhizhuxia.Media;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Worker;

/// <summary>The JSON of <c>inspect</c>; what is not known, as of a refused file, is null.</summary>
/// <param name="Accepted">It may be used.</param>
/// <param name="Code">Why not; a code of <see cref="MediaRefusals"/>.</param>
/// <param name="Message">The refusal's sentence, or the facts in one line.</param>
/// <param name="DisplayWidth">Pixels, upright and square.</param>
/// <param name="DisplayHeight">Pixels, upright and square.</param>
/// <param name="Rotation">Clockwise degrees.</param>
/// <param name="DurationSeconds">By packets.</param>
/// <param name="FrameRate">Frames per second; the average of a film whose rate varies.</param>
/// <param name="VariableFrameRate">The intervals differ.</param>
/// <param name="Hdr">none, pq or hlg.</param>
/// <param name="Interlaced">Two half pictures in each frame.</param>
/// <param name="Audio">There is sound that can be read.</param>
/// <param name="AudioChannels">0 when there is none.</param>
/// <param name="VideoCodec">ffprobe's name.</param>
/// <param name="PlayableInBrowser">An ordinary browser plays the original.</param>
/// <param name="Location">The source says where it was taken.</param>
/// <param name="AiLabel">1 属于, 2 可能 or 3 疑似 by what is in the file; null when nothing is.</param>
/// <param name="Warnings">Codes of <see cref="EditorMarks"/>.</param>
internal sealed record Inspected(
    bool Accepted, string? Code, string Message, int? DisplayWidth, int? DisplayHeight, int? Rotation, double? DurationSeconds,
    double? FrameRate, bool? VariableFrameRate, string? Hdr, bool? Interlaced, bool? Audio, int? AudioChannels, string? VideoCodec,
    bool? PlayableInBrowser, bool Location, int? AiLabel, IReadOnlyList<string> Warnings)
{
    /// <summary>From an inspection.</summary>
    public static Inspected Of(Judgement judged)
    {
        if (judged.Facts is not { Video: var video } facts)
            return Refused(judged.RefusalCode!, judged.Restricted?.Location is not null);
        return new(
            true, null, FactsLine.Of(facts), video.DisplayWidth, video.DisplayHeight, video.RotationDegrees, facts.DurationSeconds,
            video.IsVariable ? video.AverageFrameRate : video.FrameRate, video.IsVariable, HdrName(video.Hdr), video.IsInterlaced,
            facts.Audio is not null, facts.Audio?.Channels ?? 0, video.Codec, facts.PlayableInBrowser, facts.HasLocation,
            LabelNumber(facts.AiLabel), EditorMarks.Of(facts));
    }

    private static Inspected Refused(string code, bool location) => new(
        false, code, RefusalTexts.All[code], null, null, null, null, null, null, null, null, null, null, null, null, location, null, []);

    private static string HdrName(Hdr hdr) => hdr switch
    {
        Media.Hdr.Pq => "pq",
        Media.Hdr.Hlg => "hlg",
        _ => "none",
    };

    private static int? LabelNumber(AiLabel label) => label switch
    {
        Submissions.AiLabel.Certain => 1,
        Submissions.AiLabel.Possible => 2,
        Submissions.AiLabel.Suspected => 3,
        _ => null,
    };
}
