using Zhizhuxia.Jobs;

namespace Zhizhuxia.Media;

/// <summary>
/// A film could not be transcoded, twice. When ffmpeg gave up, the machine may be at fault and the job is tried again; when what came out is not as
/// planned, it would be so again, and a person sees at once what is the matter.
/// </summary>
public sealed class TranscodeFailedException(TranscodeEnd end)
    : JobFailedException($"{RefusalTexts.All[MediaRefusals.NeedsPerson]} {Describe(end)}", isFinal: end.Differences.Count > 0)
{
    private const int Shown = 300;

    /// <summary>The last try.</summary>
    public TranscodeEnd End { get; } = end;

    private static string Describe(TranscodeEnd end)
    {
        if (end.Differences.Count > 0)
            return $"Not as planned: {string.Join("; ", end.Differences)}";
        var errors = end.End.Errors.Trim();
        var limit = end.End.LimitHit ? " (a limit was hit)" : "";
        return $"ffmpeg ended with {end.End.ExitCode}{limit}: {(errors.Length > Shown ? errors[^Shown..] : errors)}";
    }
}
