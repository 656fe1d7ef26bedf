namespace Zhizhuxia.Media;

/// <summary>A film could not be transcoded, twice: the job is tried again and then parked, where a person sees what is the matter.</summary>
public sealed class TranscodeFailedException(TranscodeEnd end)
    : Exception($"{RefusalTexts.All[MediaRefusals.NeedsPerson]} {Describe(end)}")
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
