namespace Zhizhuxia.Media;

/// <summary>One moment at which outputs are compared with the source.</summary>
/// <param name="Arguments">ffmpeg's arguments; the box shows the reader's file and the outputs.</param>
/// <param name="Names">Names of the compared outputs; each result lies in <see cref="ResultFile"/>.</param>
/// <param name="Seconds">The moment, for messages.</param>
public sealed record LikenessSample(IReadOnlyList<string> Arguments, IReadOnlyList<string> Names, double Seconds)
{
    /// <summary>Where the result of an output lies.</summary>
    public static string ResultFile(string name) => $"{name}.likeness";
}

/// <summary>
/// Plans how a few frames of what came out are compared with the same frames of what came in (SSIM): a picture that is
/// black, upside down, green or of another moment is not published. Compared at 36 on the short edge, where the grain
/// that an encoder rightly smooths away does not count: film of pure grain has SSIM 0.43 at 360, 0.87 at 48 and 0.92 here,
/// where another picture has 0.82 at most. Pure.
/// </summary>
public static class Likeness
{
    /// <summary>Lowest SSIM that passes.</summary>
    private const double LowestSsim = 0.9;

    /// <summary>SSIM overlooks a picture that is brighter or darker throughout, so the pixels may not be far off either. In decibels.</summary>
    private const double LowestPsnr = 20;

    /// <summary>A flat or dark picture has no structure that SSIM could find; there it is enough that the pixels hardly differ. In decibels.</summary>
    private const double EnoughPsnr = 35;

    private const int ShortEdge = 36;

    /// <summary>Where no seek can be trusted, the film is read from its start, and not further than this.</summary>
    private const double FurthestUnsought = 10;

    /// <summary>Whether two frames show the same.</summary>
    /// <param name="ssim">−1 to 1.</param>
    /// <param name="psnr">Decibels; infinite when every pixel is the same.</param>
    public static bool IsAlike(double ssim, double psnr) => psnr >= EnoughPsnr || (ssim >= LowestSsim && psnr >= LowestPsnr);

    private static readonly double[] Moments = [0.15, 0.5, 0.85];

    /// <summary>How far a moment may lie from its place, as a share of the film: some cost a second of decoding less.</summary>
    private const double Reach = 0.12;

    /// <summary>Three moments of a whole ladder; none where the source is damaged, because then two decodes differ by themselves.</summary>
    public static IReadOnlyList<LikenessSample> Samples(VideoFacts facts, LadderShape shape, LadderOrder order, MediaOptions options)
    {
        if (facts.IsDamaged || !shape.Encoded.Any())
            return [];
        var gop = shape.Rungs[^1].GopFrames;
        var seconds = FrameRange.IsSeekable(facts) ? facts.Video.DurationSeconds : Math.Min(FurthestUnsought, facts.Video.DurationSeconds);
        var frames = (long)(seconds * shape.SlowestRate.PerSecond);
        var first = FirstWhole(facts, shape);
        return
        [
            .. Moments.Select(moment => Math.Max(first, LikenessMoments.Cheapest(facts, shape, OnGrid(frames, moment, gop), (long)(frames * Reach)))).Distinct()
                .Select(frame => At(facts, shape, order, frame, 0, options)),
        ];
    }

    private static long OnGrid(long frames, double moment, int gop) => Math.Min((long)(frames * moment + gop / 2), Math.Max(0, frames - 1)) / gop * gop;

    /// <summary>One moment of a range.</summary>
    public static IReadOnlyList<LikenessSample> Sample(VideoFacts facts, LadderShape shape, LadderOrder order, FrameRange range, MediaOptions options)
    {
        if (facts.IsDamaged)
            return [];
        var gop = shape.Rungs[^1].GopFrames;
        var middle = (range.Count ?? (long)(facts.Video.DurationSeconds * shape.SlowestRate.PerSecond) - range.First) / 2 / gop * gop;
        return [At(facts, shape, order, Math.Max(FirstWhole(facts, shape), range.First + Math.Max(0, middle)), range.First, options)];
    }

    // What lies before the first key frame was torn from the film before; two decoders make two things of it.
    private static long FirstWhole(VideoFacts facts, LadderShape shape) =>
        facts.Video.KeyFrameSeconds is [> 0 and var key, ..] ? (long)Math.Ceiling(key * shape.SlowestRate.PerSecond) + 1 : 0;

    private static LikenessSample At(VideoFacts facts, LadderShape shape, LadderOrder order, long frame, long origin, MediaOptions options)
    {
        var encoded = shape.Encoded.ToList();
        var first = encoded[0].Rung;
        var ratio = (long)Math.Round(first.Rate.PerSecond / shape.SlowestRate.PerSecond);
        var seconds = frame / shape.SlowestRate.PerSecond;
        var behind = shape.IsTopCopied ? 0 : (frame - origin) % shape.Rungs[^1].GopFrames;
        var key = frame - origin - behind;
        var seek = key == 0 ? [] : Seek(key / shape.SlowestRate.PerSecond, 0.25 / first.Rate.PerSecond, shape.IsTopCopied);
        var (width, height) = Rung.Size(facts.Video, Math.Min(ShortEdge, facts.Video.ShortEdge / 2));
        var small = $"scale={width}:{height}:flags=area,format=yuv420p,setsar=1";
        var notice = order.Notice is { } words && seconds < PictureChain.NoticeSeconds ? $",{PictureChain.Notice(words, first, NoticeFont.Find(options))}" : "";
        var sought = FrameRange.IsSeekable(facts) && frame > 0;
        var chain = sought
            ? $"{PictureChain.ToVideoFrom(facts, first, seconds, ratio)}{notice},trim=end_frame=1"
            : $"{PictureChain.ToVideo(facts, first.Width, first.Height, first.Rate)}{notice},{Only(frame * ratio)}";
        var source = $"[0:{facts.Video.Index}]{chain},{small},split={encoded.Count * 2}"
            + string.Concat(encoded.Select(size => $"[r{size.Number}][q{size.Number}]"));
        var pairs = encoded.Select((size, at) =>
            $"[{at + 1}:v:0]{Only(behind * (long)Math.Round(size.Rung.Rate.PerSecond / shape.SlowestRate.PerSecond))},{small}[o{size.Number}];[o{size.Number}][r{size.Number}]ssim[p{size.Number}];"
            + $"[p{size.Number}][q{size.Number}]psnr,metadata=mode=print:file={Sandbox.Output}/{LikenessSample.ResultFile(size.Rung.Name)}[d{size.Number}]");
        return new LikenessSample(
            [
                .. sought ? PlanArguments.InputBehind(facts, options, LikenessMoments.SeekTo(facts, seconds)) : PlanArguments.Input(facts, options),
                .. encoded.SelectMany(size => Compared(size.Rung, seek)),
                "-filter_complex", $"{source};{string.Join(';', pairs)}",
                .. encoded.SelectMany(size => (string[])["-map", $"[d{size.Number}]"]), "-fps_mode", "passthrough",
                .. sought || facts.Audio is not { } audio ? [] : WithSound(audio, seconds), "-f", "null", "-",
            ],
            [.. encoded.Select(size => size.Rung.Name)], seconds);
    }

    // Without its sound a transport stream would begin at another zero: that of the tracks in use.
    private static string[] WithSound(AudioTrack audio, double seconds) => ["-map", $"0:{audio.Index}", "-c:a", "copy", "-t", InputArguments.Number(seconds + 1)];

    private static string Only(long frame) => $"trim=start_frame={frame}:end_frame={frame + 1},setpts=PTS-STARTPTS";

    // Behind a key frame of the output: before it, the seek would land at the one before, and two seconds be decoded for nothing. Beside a copied
    // top the key frames lie where the source has its own, so there the seek is for the frame, from whichever key frame.
    private static string[] Seek(double seconds, double quarterFrame, bool isTopCopied) => isTopCopied
        ? ["-ss", InputArguments.Number(seconds - quarterFrame)]
        : ["-noaccurate_seek", "-ss", InputArguments.Number(seconds + quarterFrame)];

    private static string[] Compared(Rung rung, string[] seek) =>
    [
        "-protocol_whitelist", "file", "-format_whitelist", "mov,mp4", "-f", "mov", .. seek, "-i", $"{Sandbox.Output}/{RangePlan.File(rung.Name)}",
    ];
}
