using System.Globalization;

namespace Zhizhuxia.Media;

/// <summary>The filter graph of a ladder: one decode, each size from the one above it. Pure.</summary>
internal static class LadderFilters
{
    /// <summary>The whole film: [v0], [v1] … for the encoded sizes by their numbers, [a] for the sound.</summary>
    public static string Whole(VideoFacts facts, LadderShape shape, LadderOrder order, MediaOptions options)
    {
        var first = shape.Encoded.Select(encoded => encoded.Rung).FirstOrDefault();
        var chains = first is null
            ? []
            : Pictures(facts, shape, PictureChain.ToVideo(facts, first.Width, first.Height, first.Rate) + Notice(order, first, options));
        if (facts.Audio is not null)
            chains.Add($"{PictureChain.Sound(facts, order.GainDecibels)}[a]");
        return string.Join(';', chains);
    }

    /// <summary>A range of it, pictures only.</summary>
    public static string Range(VideoFacts facts, LadderShape shape, LadderOrder order, FrameRange range, MediaOptions options)
    {
        var first = shape.Rungs[shape.FirstEncoded];
        var ratio = (long)Math.Round(first.Rate.PerSecond / shape.SlowestRate.PerSecond);
        var chain = PictureChain.ToVideoFrom(facts, first, range.StartSeconds(shape.SlowestRate), range.Count * ratio);
        return string.Join(';', Pictures(facts, shape, chain + (range.Number == 0 ? Notice(order, first, options) : "")));
    }

    private static List<string> Pictures(VideoFacts facts, LadderShape shape, string chain)
    {
        var last = shape.Rungs.Count - 1;
        var chains = new List<string> { $"[0:{facts.Video.Index}]{chain}{Out(shape.FirstEncoded)}" };
        for (var number = shape.FirstEncoded + 1; number <= last; number++)
            chains.Add($"[s{Text(number - 1)}]{PictureChain.Smaller(shape.Rungs[number], shape.Rungs[number - 1].Rate)}{Out(number)}");
        return chains;

        // All but the last size also feed the next smaller one.
        string Out(int number) => number == last ? $"[v{Text(number)}]" : $",split[v{Text(number)}][s{Text(number)}]";
    }

    private static string Notice(LadderOrder order, Rung first, MediaOptions options) =>
        order.Notice is { } words ? $",{PictureChain.Notice(words, first, NoticeFont.Find(options))}" : "";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
