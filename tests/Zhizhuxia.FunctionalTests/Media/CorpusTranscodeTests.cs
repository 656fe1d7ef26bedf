using System.Text;
using System.Text.RegularExpressions;
using Zhizhuxia.Media;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Media;

[Collection(nameof(MediaRoom))]
public sealed partial class CorpusTranscodeTests(MediaRoom room)
{
    // iPhone and Android turned, 3GP, AVI, WMV, FLV, interlaced MTS, oblong pixels, odd size, two tracks, late picture,
    // broken sound, unreadable sound; all 56 accepted rows with MEDIA_CORPUS=all.
    private static readonly string[] Sample =
        ["a001", "a002", "a004", "a007", "a017", "a019", "a021", "a022", "a023", "a032", "a035", "a036", "a044", "a053", "a056"];

    [Fact]
    public async Task Every_accepted_clip_becomes_a_verified_proxy_ladder_and_poster()
    {
        Assert.SkipUnless(Corpus.IsThere, "../shared/corpus is not there");
        var ct = TestContext.Current.CancellationToken;
        var wrong = new List<string>();
        var all = Environment.GetEnvironmentVariable("MEDIA_CORPUS") == "all";
        foreach (var row in Corpus.Rows.Where(row => all || Sample.Contains(row.Id)))
        {
            var inspection = await room.Probe.InspectAsync(row.Path, ct);
            if (inspection.Facts is { } facts)
                wrong.AddRange((await MakeAllAsync(row.Path, facts, inspection.Restricted!, ct)).Select(difference => $"{row.Id} {difference}"));
        }
        Assert.Empty(wrong);
    }

    private async Task<List<string>> MakeAllAsync(string path, VideoFacts facts, RestrictedTags restricted, CancellationToken ct)
    {
        var keep = Environment.GetEnvironmentVariable("MEDIA_KEEP");
        var found = new List<string>();
        var options = room.Options.Value;
        foreach (var (kind, plan) in new[]
            {
                ("poster", PosterPlan.For(facts, options, false)), ("proxy", ProxyPlan.For(facts, options)), ("ladder", LadderPlan.For(facts, new LadderOrder(AiLabel.None, 0), options)),
            })
        {
            var folder = keep is null ? room.NewFolder() : Directory.CreateDirectory(Path.Combine(keep, Path.GetFileName(path), kind)).FullName;
            var end = await room.Transcode.RunAsync(plan, path, folder, null, ct);
            if (!end.IsVerified)
                found.Add($"{kind}: {end.End.ExitCode} {string.Join("; ", end.Differences)} {end.End.Errors}");
            if (kind == "poster" && !File.Exists(Path.Combine(folder, PosterPlan.FileName)))
                found.Add("no poster");
            found.AddRange(await TraitorsAsync(folder, restricted, ct));
        }
        return found;
    }

    // Place, device and person of the source, byte by byte in all that was made; and what exiftool finds where it is installed.
    private async Task<List<string>> TraitorsAsync(string folder, RestrictedTags restricted, CancellationToken ct)
    {
        string[] secrets = [.. new[] { restricted.Location?[..8], restricted.Device?.Split(' ')[^1], restricted.Recorded }.Concat(restricted.Others.Values).OfType<string>().Where(secret => secret.Length > 3)];
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            var bytes = await File.ReadAllBytesAsync(file, ct);
            found.AddRange(secrets.Where(secret => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0).Select(secret => $"{Path.GetFileName(file)} holds {secret}"));
        }
        if (!File.Exists("/usr/bin/exiftool"))
            return found;
        var tags = await room.Processes.RunAsync(new ProcessOrder(new Command("/usr/bin/exiftool", ["-s", "-G", folder]), TimeSpan.FromMinutes(1)), ct);
        found.AddRange(tags.Output.Split('\n').Where(line => Telling().IsMatch(line)));
        return found;
    }

    [GeneratedRegex(@"\]\s+(GPS|Make |Model |Location|Author|Artist|Owner|Creator|Title |Comment |Software )")]
    private static partial Regex Telling();
}
