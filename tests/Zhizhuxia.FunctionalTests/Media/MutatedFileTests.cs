using System.Collections.Concurrent;
using System.Globalization;
using Zhizhuxia.Assets;
using Zhizhuxia.Media;

namespace Zhizhuxia.FunctionalTests.Media;

/// <summary>
/// Damaged films of ten containers, two at a time. 200 in a run of all tests; <c>MEDIA_MUTATIONS=1000 MEDIA_SEED=1</c> and
/// <c>-class</c> of this one are the long drill, and a seed and number make one file again.
/// </summary>
[Collection(nameof(MediaRoom))]
[NoDatabase]
public sealed class MutatedFileTests(MediaRoom media)
{
    private const string Picture = "-f lavfi -i testsrc2=s=160x120:r=25:d=1.2 ";
    private const string Sound = "-f lavfi -i sine=f=440:d=1.2 ";
    private const string X264 = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p ";
    private const int TranscodeEvery = 12;

    private static readonly (string Name, string Arguments)[] Films =
    [
        ("m.mp4", $"{Picture}{Sound}{X264}-c:a aac -movflags +faststart"), ("m.mov", $"{Picture}{Sound}{X264}-c:a pcm_s16le -timecode 01:00:00:00"),
        ("mf.mp4", $"{Picture}{Sound}{X264}-c:a aac -movflags frag_keyframe+empty_moov"), ("m.mkv", $"{Picture}{Sound}{X264}-c:a libopus"),
        ("m.webm", $"{Picture}{Sound}-c:v libvpx -c:a libvorbis"), ("m.avi", $"{Picture}{Sound}-c:v mpeg4 -c:a libmp3lame"),
        ("m.ts", $"{Picture}{Sound}-c:v mpeg2video -c:a mp2"), ("m.flv", $"{Picture}{Sound}-c:v flv -c:a libmp3lame -ar 44100"),
        ("m.wmv", $"{Picture}{Sound}-c:v wmv2 -c:a wmav2"), ("mh.mp4", $"{Picture}-c:v libx265 -preset ultrafast -x265-params log-level=error"),
    ];

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private readonly ConcurrentDictionary<string, int> _ends = [];

    [Fact]
    public async Task Every_damaged_film_ends_ready_or_refused_with_a_known_code()
    {
        var seed = Setting("MEDIA_SEED", Environment.TickCount);
        var count = Setting("MEDIA_MUTATIONS", 200);
        Say($"MEDIA_SEED={seed} MEDIA_MUTATIONS={count}");
        var films = new List<byte[]>();
        foreach (var (name, arguments) in Films)
            films.Add(await File.ReadAllBytesAsync(await media.MakeAsync(name, arguments), Ct));
        var mutations = new Mutations(seed, films);
        var failures = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = Ct }, async (number, ct) =>
        {
            var (bytes, how) = mutations.Make(number);
            var path = Path.Combine(media.Folder, $"mutated-{number}");
            await File.WriteAllBytesAsync(path, bytes, ct);
            if (await LookAsync(path, number, ct) is { } failure)
                failures.Add($"seed {seed} number {number} ({how}): {failure}");
            File.Delete(path);
        });

        foreach (var (end, times) in _ends.OrderByDescending(pair => pair.Value))
            Say($"{times,5} {end}");
        Assert.Empty(failures);
        Assert.Equal(count, _ends.Where(pair => !pair.Key.StartsWith("proxy", StringComparison.Ordinal)).Sum(pair => pair.Value));
        Assert.True(_ends.GetValueOrDefault("accepted") > 0 && _ends.Count > 2, "the damage is of one kind only");
    }

    private async Task<string?> LookAsync(string path, int number, CancellationToken ct)
    {
        var judged = await media.Probe.InspectAsync(path, ct);
        _ends.AddOrUpdate(judged.RefusalCode ?? "accepted", 1, (_, times) => times + 1);
        if (judged.Facts is not { } facts)
            return MediaRefusals.All.Contains(judged.RefusalCode) ? null : $"unknown code {judged.RefusalCode}";
        if (!double.IsFinite(facts.DurationSeconds) || facts.ToJson() != VideoFacts.FromJson(facts.ToJson()).ToJson() || FactsLine.Of(facts).Length == 0)
            return "facts that cannot be kept";
        return number % TranscodeEvery == 0 ? await TranscodeAsync(path, facts, ct) : null;
    }

    // A film that is taken may yet need a person; that is an end too.
    private async Task<string?> TranscodeAsync(string path, VideoFacts facts, CancellationToken ct)
    {
        var folder = media.NewFolder();
        try
        {
            await media.TranscodeFile.RunAsync(RenditionKind.Proxy, facts, path, folder, _ => { }, ct);
            _ends.AddOrUpdate("proxy made", 1, (_, times) => times + 1);
            return File.Exists(Path.Combine(folder, "proxy.m3u8")) ? null : "no proxy";
        }
        catch (TranscodeFailedException failed)
        {
            _ends.AddOrUpdate("proxy needs a person", 1, (_, times) => times + 1);
            Say($"{Path.GetFileName(path)}: {failed.Message}");
            return null;
        }
    }

    private static void Say(string line) => TestContext.Current.TestOutputHelper!.WriteLine(line);

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
