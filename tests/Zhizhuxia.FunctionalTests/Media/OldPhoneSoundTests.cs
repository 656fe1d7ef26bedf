using System.Globalization;
using System.Text.RegularExpressions;
using Zhizhuxia.Assets;
using Zhizhuxia.Media;

namespace Zhizhuxia.FunctionalTests.Media;

/// <summary>Speech of which old phones put a second into one packet.</summary>
[Collection(nameof(MediaRoom))]
[NoDatabase]
public sealed partial class OldPhoneSoundTests(MediaRoom room)
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_of_an_old_phones_speech_is_heard()
    {
        Assert.SkipUnless(Corpus.IsThere, "../shared/corpus is not there");
        var path = Corpus.Rows.Single(row => row.Id == "a017").Path;
        var facts = (await room.Probe.InspectAsync(path, Ct)).Facts!;
        var folder = room.NewFolder();
        var speech = Path.Combine(folder, "speech.amr");
        Assert.True((await FfmpegAsync("-i", path, "-vn", "-c", "copy", "-f", "amr", speech)).Succeeded);

        foreach (var kind in (RenditionKind[])[RenditionKind.Proxy, RenditionKind.Ladder])
            await room.TranscodeFile.RunAsync(kind, facts, path, Directory.CreateDirectory(Path.Combine(folder, $"{kind}")).FullName, _ => { }, Ct);

        var wanted = facts.DurationSeconds - await SilentSecondsAsync(speech);
        Assert.InRange(wanted, 5, facts.DurationSeconds);
        Assert.InRange(facts.DurationSeconds - await SilentSecondsAsync(Path.Combine(folder, "Ladder", "audio.mp4")), wanted - 0.5, wanted + 0.5);
        Assert.InRange(facts.DurationSeconds - await SilentSecondsAsync(Path.Combine(folder, "Proxy", "proxy.m3u8")), wanted - 0.5, facts.DurationSeconds); // louder, so less is silent
        Assert.Empty(Directory.EnumerateFiles(folder, LooseSound.FileName, SearchOption.AllDirectories));
    }

    private async Task<double> SilentSecondsAsync(string file)
    {
        var end = await FfmpegAsync("-i", file, "-vn", "-af", "silencedetect=n=-60dB:d=0.3", "-f", "null", "-");
        Assert.True(end.Succeeded, end.Errors);
        return SilenceLasts().Matches(end.Errors).Sum(match => double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
    }

    private Task<ProcessEnd> FfmpegAsync(params IEnumerable<string> arguments) =>
        room.Processes.RunAsync(new ProcessOrder(new Command(room.Tools.Ffmpeg, ["-nostdin", "-y", .. arguments]), TimeSpan.FromMinutes(1)), Ct);

    [GeneratedRegex(@"silence_duration: ([\d.]+)")]
    private static partial Regex SilenceLasts();
}
