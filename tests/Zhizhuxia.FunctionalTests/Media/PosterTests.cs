using Microsoft.Extensions.Options;
using Zhizhuxia.Media;

namespace Zhizhuxia.FunctionalTests.Media;

[Collection(nameof(MediaRoom))]
[NoDatabase]
public sealed class PosterTests(MediaRoom media)
{
    private const string Rust = "-f lavfi -i color=c=0xC83C28:s=3840x2160:r=25:d=2 -vf scale=out_color_matrix=bt709,format=yuv420p -c:v libx264 -preset ultrafast "
        + "-colorspace bt709 -color_primaries bt709 -color_trc bt709";
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    /// <summary>24 pictures of this size in RGB are 600 MB: the choice among them is made when they are small.</summary>
    [Fact]
    public async Task The_still_of_a_large_film_has_its_colours_and_needs_little_memory()
    {
        var path = await media.MakeAsync("rust.mp4", Rust);
        var facts = (await media.Probe.InspectAsync(path, Ct)).Facts!;
        var little = Options.Create(new MediaOptions { MemoryMiB = 650 });
        var transcode = new Transcode(media.Processes, media.Sandbox, media.State, media.Tools, new VerifyOutput(media.Processes, media.Sandbox, media.Tools, little), little);

        var poster = await new PosterMaker(transcode, little).MakeAsync(facts, path, media.NewFolder(), Ct);

        Assert.NotNull(poster);
        var raw = Path.ChangeExtension(poster, ".rgb");
        var end = await media.Processes.RunAsync(
            new ProcessOrder(new Command(media.Tools.Ffmpeg, ["-nostdin", "-v", "error", "-i", poster, "-vf", "scale=1:1", "-pix_fmt", "rgb24", "-f", "rawvideo", raw]), TimeSpan.FromSeconds(30)), Ct);
        Assert.True(end.Succeeded, end.Errors);
        Assert.All((await File.ReadAllBytesAsync(raw, Ct)).Zip<byte, int>([0xC8, 0x3C, 0x28]), pair => Assert.InRange(pair.First, pair.Second - 4, pair.Second + 4));
    }
}
