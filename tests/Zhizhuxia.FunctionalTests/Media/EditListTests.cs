using System.Globalization;
using Zhizhuxia.Assets;
using Zhizhuxia.Media;

namespace Zhizhuxia.FunctionalTests.Media;

/// <summary>Browsers that are fed fragments overlook edit lists, other players follow them: both must show picture and sound together.</summary>
[Collection(nameof(MediaRoom))]
[NoDatabase]
public sealed class EditListTests(MediaRoom media)
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    /// <summary>Frames per second, and when the first picture may be shown at the latest.</summary>
    public static TheoryData<int, double> Rates => new() { { 5, 0.022 }, { 25, 0.081 }, { 60, 0.067 } };

    [Theory]
    [MemberData(nameof(Rates))]
    public async Task Picture_and_sound_of_a_ladder_begin_together_for_every_player(int rate, double latest)
    {
        var path = await media.MakeAsync($"{rate}.mkv", $"-f lavfi -i testsrc2=s=640x480:r={rate}:d=5 -f lavfi -i sine=d=5 -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a pcm_s16le");
        var folder = await LadderAsync(path);

        foreach (var ignored in (string[])["0", "1"])
        {
            var (sound, pictures) = (await StartAsync(Path.Combine(folder, "audio.mp4"), ignored), (string[])["480.mp4", "360.mp4"]);
            foreach (var picture in pictures)
            {
                var shown = await StartAsync(Path.Combine(folder, picture), ignored);
                Assert.InRange(shown, 0, latest);
                Assert.InRange(shown - sound, -0.001, 0.0225); // an AAC decoder's run-in, which is silent
            }
        }
    }

    [Fact]
    public async Task A_file_without_an_edit_list_stays_as_it_is()
    {
        var path = await media.MakeAsync("plain.mp4", "-f lavfi -i testsrc2=s=320x240:r=30:d=1 -c:v libx264 -preset ultrafast -movflags frag_keyframe+empty_moov");
        var before = await File.ReadAllBytesAsync(path, Ct);

        await EditLists.DissolveAsync(path, Ct);

        Assert.Equal(before, await File.ReadAllBytesAsync(path, Ct));
    }

    [Fact]
    public async Task What_is_no_film_of_ours_is_left_alone()
    {
        var path = Path.Combine(media.NewFolder(), "rubbish.mp4");
        await File.WriteAllBytesAsync(path, [0, 0, 0, 200, .. "moov"u8, 0, 0, 0, 1], Ct);
        await Assert.ThrowsAsync<InvalidDataException>(() => EditLists.DissolveAsync(path, Ct));

        var link = Path.Combine(media.NewFolder(), "link.mp4");
        File.CreateSymbolicLink(link, path);
        await Assert.ThrowsAsync<InvalidDataException>(() => EditLists.DissolveAsync(link, Ct));
    }

    private async Task<string> LadderAsync(string path)
    {
        var facts = (await media.Probe.InspectAsync(path, Ct)).Facts!;
        var folder = media.NewFolder();
        await media.TranscodeFile.RunAsync(RenditionKind.Ladder, facts, path, folder, _ => { }, Ct);
        return folder;
    }

    private async Task<double> StartAsync(string path, string ignored)
    {
        var end = await media.Processes.RunAsync(
            new ProcessOrder(
                new Command(media.Tools.Ffprobe, ["-v", "error", "-ignore_editlist", ignored, "-show_entries", "packet=pts_time", "-of", "csv=p=0", path]), TimeSpan.FromMinutes(1)), Ct);
        return end.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Min(line => double.Parse(line.TrimEnd(','), CultureInfo.InvariantCulture));
    }
}
