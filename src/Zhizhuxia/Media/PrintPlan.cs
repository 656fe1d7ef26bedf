namespace Zhizhuxia.Media;

/// <summary>The fingerprint alone, for a film whose proxy was made before there were any. Pure.</summary>
public static class PrintPlan
{
    /// <summary>The plan for a film; nothing but <see cref="PrintReader"/>'s files comes out.</summary>
    public static TranscodePlan For(VideoFacts facts, MediaOptions options)
    {
        var rung = Rung.Proxy(facts.Video);
        string[] chains =
        [
            $"[0:{facts.Video.Index}]{PictureChain.ToVideo(facts, rung.Width, rung.Height, rung.Rate)},{PrintBranches.Pictures}[printed]",
            .. facts.Audio is null ? (string[])[] : [$"{PictureChain.Sound(facts)},{PrintBranches.Sound}[voiced]"],
        ];
        return new TranscodePlan
        {
            Arguments =
            [
                .. PlanArguments.Input(facts, options), .. LooseSound.Input(facts), "-filter_complex", string.Join(';', chains),
                .. PrintBranches.Outputs(facts, "printed", "voiced"),
            ],
            Outputs = [],
            DurationSeconds = facts.DurationSeconds,
            Wall = TranscodePlan.WallFor(facts, options),
            Preparation = LooseSound.Preparation(facts, options),
        };
    }
}
