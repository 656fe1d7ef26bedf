using Zhizhuxia.Media;

namespace Zhizhuxia.FunctionalTests.Media;

/// <summary>What came out is compared with what came in: the grain that an encoder smooths away passes, another picture does not.</summary>
[Collection(nameof(MediaRoom))]
[NoDatabase]
public sealed class VerifyOutputTests(MediaRoom media)
{
    private const string Moving = "-f lavfi -i testsrc2=s=640x360:r=25:d=8";
    private const string Coding = "-c:v libx264 -preset ultrafast -crf 12 -pix_fmt yuv420p";
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("null")]
    [InlineData("noise=alls=40:allf=t")] // night on a phone: hardly a pixel survives
    [InlineData("noise=alls=60:allf=t")]
    [InlineData("noise=alls=100:allf=t")] // nothing but grain; ffmpeg's noise is another in every run
    [InlineData("noise=alls=30:allf=t,eq=brightness=-0.35")]
    public async Task A_good_ladder_passes_however_grainy_its_film_is(string look)
    {
        var film = await MakeAsync("grain", look);

        var made = await LadderOfAsync(film, film);

        Assert.True(made.IsVerified, string.Join('\n', made.Differences));
    }

    [Theory]
    [InlineData("vflip")]
    [InlineData("hflip")]
    [InlineData("negate")]
    [InlineData("hue=h=60")]
    [InlineData("drawbox=t=fill:c=black")]
    [InlineData("eq=brightness=0.2")]
    [InlineData("trim=start=0.2,setpts=PTS-STARTPTS,tpad=stop=-1:stop_mode=clone,trim=end=8")]
    [InlineData("trim=start=1,setpts=PTS-STARTPTS,tpad=stop=-1:stop_mode=clone,trim=end=8")] // a second late
    public async Task A_ladder_of_another_picture_is_found_out(string look)
    {
        var (film, other) = (await MakeAsync("true", "null"), await MakeAsync("false", look));

        var found = await LadderOfAsync(other, film);

        Assert.Contains(found.Differences, difference => difference.Contains("unlike the source", StringComparison.Ordinal));
    }

    private Task<string> MakeAsync(string name, string look) => media.MakeAsync($"{name}-{Guid.NewGuid():N}.mp4", $"{Moving} -vf {look} {Coding}");

    /// <summary>Encodes one film, and compares what came out with another.</summary>
    private async Task<TranscodeEnd> LadderOfAsync(string encoded, string compared)
    {
        var facts = (await media.Probe.InspectAsync(compared, Ct)).Facts!;
        var plan = LadderPlan.For(facts, new LadderOrder(facts.AiLabel, SoundGain.For(null)), media.Options.Value);
        var folder = media.NewFolder();
        var end = await media.Transcode.RunAsync(plan with { Likeness = [] }, encoded, folder, null, Ct);
        Assert.True(end.IsVerified, string.Join('\n', end.Differences) + end.End.Errors);
        return end with { Differences = await new VerifyOutput(media.Processes, media.Sandbox, media.Tools, media.Options).RunAsync(plan, compared, folder, Ct) };
    }
}
