using Zhizhuxia.Media;

namespace Zhizhuxia.FunctionalTests.Media;

/// <summary>What the proxy's one decode finds in clips whose truth is known.</summary>
[Collection(nameof(MediaRoom))]
[NoDatabase]
public sealed class FindingsTests(MediaRoom media)
{
    private const string X264 = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p";
    private const string Eventful = "-f lavfi -i color=black:s=640x360:r=30:d=2 -f lavfi -i testsrc2=s=640x360:r=30:d=3 -f lavfi -i testsrc2=s=640x360:r=30:d=3 "
        + "-f lavfi -i sine=f=440:d=12,volume=enable='between(t,4,7)':volume=0 "
        + "-filter_complex [1]tpad=stop_mode=clone:stop_duration=4[still];[0][still][2]concat=n=3:v=1[v] -map [v] -map 3 -c:a aac";

    private static readonly (double X, double Y, double Width, double Height) Whole = (0, 0, 1, 1);
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_black_beginning_a_still_middle_and_a_mute_part_are_marked()
    {
        var film = await MakeAsync("eventful.mp4", $"{Eventful} {X264}");

        film.AssertMarks(MarkKind.Black, (0, 2));
        film.AssertMarks(MarkKind.Frozen, (5, 9));
        film.AssertMarks(MarkKind.Silent, (4, 7));
    }

    [Fact]
    public async Task No_cover_is_taken_from_the_black_beginning()
    {
        var film = await MakeAsync("eventful.mp4", $"{Eventful} {X264}");

        Assert.Equal(5, film.Findings.PosterCandidates.Count);
        Assert.All(film.Findings.PosterCandidates, still => Assert.InRange(still.AtSeconds, 2, 12));
        foreach (var still in film.Findings.PosterCandidates)
            Assert.True((await film.StillAsync(still, Whole, Ct)).Max() > 60);
        Assert.True((await film.TileAsync(0, Whole, Ct)).Max() < 10, "the storyboard does show the black");
    }

    [Fact]
    public async Task A_still_landscape_with_grain_and_a_dark_night_are_not_marked()
    {
        var grain = await MakeAsync("grain.mp4", $"-f lavfi -i gradients=s=640x360:r=30:d=6:speed=0.00001:c0=0x303840:c1=0xa0a890,noise=alls=12:allf=t {X264} -crf 20");
        var night = await MakeAsync("night.mp4", $"-f lavfi -i testsrc2=s=640x360:r=30:d=6,eq=brightness=-0.35:contrast=0.4 {X264} -crf 20");

        Assert.Empty(grain.Findings.Marks);
        Assert.Empty(night.Findings.Marks);
    }

    [Fact]
    public async Task The_loudness_is_that_of_ffmpegs_own_meter()
    {
        var film = await MakeAsync("loud.mp4", $"-f lavfi -i testsrc2=s=320x240:r=30:d=8 -f lavfi -i aevalsrc=0.2*sin(600*t)*(1+gt(t\\,4))|0.3*sin(900*t):d=8 {X264} -c:a aac");

        var loudness = film.Findings.Loudness!;
        var measured = await media.Processes.RunAsync(
            new ProcessOrder(
                new Command(media.Tools.Ffmpeg, ["-nostdin", "-hide_banner", "-nostats", "-i", Path.Combine(media.Folder, "loud.mp4"), "-filter_complex", "ebur128=peak=true", "-f", "null", "-"]),
                TimeSpan.FromSeconds(30)), Ct);
        Assert.Equal(Summed(measured.Errors, "I:"), loudness.IntegratedLufs, 0.15);
        Assert.Equal(Summed(measured.Errors, "LRA:"), loudness.RangeLu, 0.3);
        Assert.Equal(Summed(measured.Errors, "Peak:"), loudness.TruePeakDbtp, 0.15);
    }

    [Fact]
    public async Task A_mute_track_is_silent_from_end_to_end_and_a_film_without_one_is_not()
    {
        var mute = await MakeAsync("mute.mp4", $"-f lavfi -i testsrc2=s=320x240:r=30:d=3 -f lavfi -i anullsrc=r=44100:cl=mono -shortest {X264} -c:a aac");
        var without = await MakeAsync("without.mp4", $"-f lavfi -i testsrc2=s=320x240:r=30:d=3 {X264}");

        mute.AssertMarks(MarkKind.Silent, (0, mute.Facts.DurationSeconds));
        Assert.Equal(Loudness.Nothing, mute.Findings.Loudness!.IntegratedLufs);
        Assert.Empty(without.Findings.Marks);
        Assert.Null(without.Findings.Loudness);
    }

    [Fact]
    public async Task A_second_of_film_has_five_pictures_and_two_covers()
    {
        var film = await MakeAsync("short.mp4", $"-f lavfi -i testsrc2=s=320x240:r=30:d=1 {X264}");

        Assert.Equal((5, 5, 1, 160, 120), film.Findings.Storyboard is { } board ? (board.Pictures, board.Columns, board.Rows, board.TileWidth, board.TileHeight) : default);
        Assert.Equal(2, film.Findings.PosterCandidates.Count);
        Assert.True((await film.TileAsync(4, Whole, Ct)).Max() > 60, "the last picture is there");
    }

    [Fact]
    public async Task Each_picture_shows_the_middle_of_its_interval_even_when_the_frames_come_unevenly()
    {
        // One colour a second, and every third frame late.
        const string Colours = "color=red:s=320x240:r=30:d=2[a];color=lime:s=320x240:r=30:d=2[b];color=blue:s=320x240:r=30:d=2[c];[a][b][c]concat=n=3";
        var film = await MakeAsync("uneven.mp4", $"-f lavfi -i {Colours} -vf setpts='(N+0.6*mod(N,3))/30/TB' -fps_mode passthrough {X264} -video_track_timescale 90000");

        Assert.Equal(6, film.Findings.Storyboard!.Pictures);
        foreach (var picture in Enumerable.Range(0, 6))
            Assert.Equal(picture / 2, Strongest(await film.TileAsync(picture, Whole, Ct)));
    }

    [Fact]
    public async Task Pictures_of_a_turned_film_are_upright()
    {
        var path = await media.MakeAsync("turned.mp4", $"-f lavfi -i color=red:s=640x720:r=30:d=3 -f lavfi -i color=blue:s=640x720:r=30:d=3 -filter_complex hstack {X264}");
        await Turned.ByQuarterAsync(path, Ct);

        var film = await Reviewed.MakeAsync(media, path, Ct);

        // Red lay on the left; a clockwise quarter brings it to the top.
        var (above, below) = ((0.1, 0.1, 0.8, 0.3), (0.1, 0.6, 0.8, 0.3));
        Assert.Equal((90, 160), (film.Findings.Storyboard!.TileWidth, film.Findings.Storyboard.TileHeight));
        Assert.Equal((0, 2), (Strongest(await film.TileAsync(1, above, Ct)), Strongest(await film.TileAsync(1, below, Ct))));
        var still = film.Findings.PosterCandidates[0];
        Assert.Equal((0, 2), (Strongest(await film.StillAsync(still, above, Ct)), Strongest(await film.StillAsync(still, below, Ct))));
    }

    /// <summary>Ordinary, full-range, and HDR films of both curves.</summary>
    public static TheoryData<string, string> Colourings => new()
    {
        { "plain.mp4", $"{X264} -colorspace bt709 -color_primaries bt709 -color_trc bt709" },
        { "full.mp4", "-pix_fmt yuvj420p -c:v libx264 -preset ultrafast" },
        { "hlg.mp4", "-c:v libx265 -preset ultrafast -pix_fmt yuv420p10le -x265-params log-level=error:colorprim=bt2020:transfer=arib-std-b67:colormatrix=bt2020nc" },
        { "pq.mp4", "-c:v libx265 -preset ultrafast -pix_fmt yuv420p10le -x265-params log-level=error:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc" },
    };

    [Theory]
    [MemberData(nameof(Colourings))]
    public async Task Pictures_and_stills_have_the_colours_of_the_proxy(string name, string coding)
    {
        const string Patches = "color=0xb04030:s=320x360:r=30:d=4[a];color=0x3070a0:s=320x360:r=30:d=4[b];[a][b]hstack";
        var film = await MakeAsync(name, $"-f lavfi -i {Patches} {coding}");

        Assert.Equal(name is "hlg.mp4" or "pq.mp4", film.Facts.Video.Hdr is not Hdr.None);
        foreach (var part in new[] { (0.1, 0.1, 0.3, 0.8), (0.6, 0.1, 0.3, 0.8) })
        {
            var proxy = await film.ProxyAsync(2, part, Ct);
            AssertAlike(proxy, await film.TileAsync(2, part, Ct));
            AssertAlike(proxy, await film.StillAsync(film.Findings.PosterCandidates[2], part, Ct));
        }
    }

    private async Task<Reviewed> MakeAsync(string name, string arguments) => await Reviewed.MakeAsync(media, await media.MakeAsync(name, arguments), Ct);

    private static int Strongest(byte[] colour) => Array.IndexOf(colour, colour.Max());

    private static void AssertAlike(byte[] one, byte[] other) =>
        Assert.All(one.Zip(other), pair => Assert.True(Math.Abs(pair.First - pair.Second) <= 6, $"{string.Join(',', one)} is not {string.Join(',', other)}"));

    private static double Summed(string summary, string key)
    {
        var line = summary[summary.LastIndexOf("Summary:", StringComparison.Ordinal)..].Split('\n').First(line => line.Trim().StartsWith(key, StringComparison.Ordinal));
        return double.Parse(line.Split(':')[1].Trim().Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
    }
}
