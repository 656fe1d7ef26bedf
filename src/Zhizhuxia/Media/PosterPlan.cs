namespace Zhizhuxia.Media;

/// <summary>One upright still in true colours, at most 720 on its short edge. Pure.</summary>
public static class PosterPlan
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "poster.jpg";

    internal const int ShortEdge = 720;
    private const int Candidates = 24;

    /// <summary>The plan: the most typical of some pictures a tenth into the film, at most 5 s, which passes by black fade-ins.</summary>
    /// <param name="facts">The film.</param>
    /// <param name="options">Limits.</param>
    /// <param name="fromStart">Look at the very first pictures, for films in which one cannot seek.</param>
    public static TranscodePlan For(VideoFacts facts, MediaOptions options, bool fromStart)
    {
        var (width, height) = Rung.Size(facts.Video, ShortEdge);
        var at = fromStart ? 0 : Math.Min(5, facts.DurationSeconds / 10);
        string[] arguments =
        [
            .. PlanArguments.Input(facts, options, at > 0.2 ? at : null),
            "-filter_complex", $"[0:{facts.Video.Index}]{PictureChain.ToStill(facts, width, height, $"thumbnail={Candidates}")}[v]", "-map", "[v]",
            "-an", "-sn", "-dn", "-map_metadata", "-1", "-frames:v", "1", "-c:v", "mjpeg", "-q:v", "3", "-flags:v", "+bitexact", "-f", "image2", "-update", "1",
            $"{Sandbox.Output}/{FileName}",
        ];
        return new TranscodePlan
        {
            Arguments = arguments,
            Outputs = [],
            DurationSeconds = facts.DurationSeconds,
            Wall = options.ProbeDeadline * SandboxOrder.WallPerProcessor,
        };
    }
}
