using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Zhizhuxia.Assets;
using Zhizhuxia.Jobs;
using Zhizhuxia.Media;
using Zhizhuxia.Storage;

namespace Zhizhuxia.FunctionalTests.Media;

/// <summary>security.md R13 through the running program: bombs end with a reason, a deaf ffmpeg is killed, its slot is free, the program does not swell.</summary>
[Collection(nameof(MediaRoom))]
public sealed class BombTests(MediaRoom media)
{
    private const string Hevc = "-f lavfi -i testsrc2=s=160x120:r=25:d=1 -c:v libx265 -preset ultrafast -x265-params log-level=error -tag:v hvc1";
    private const long MostGrowth = 100_000_000;
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bombs_end_with_a_reason_and_an_honest_film_comes_through_after_them()
    {
        var deaf = await media.MakeAsync("deaf.mov", Hevc + " -metadata comment=deaf");
        await using var portal = await PortalProcess.StartAsync(await SettingsAsync(deaf), Ct);
        await WatchableAsync(portal, "first.mov"); // what the program needs for any film is there before it is measured
        var before = await PeakAsync(portal);
        var ends = new Dictionary<string, (Guid Asset, string? Code)>();
        foreach (var (name, path, code) in await BombsAsync())
            ends[name] = (await BringAsync(portal, path), code);
        var silent = await BringAsync(portal, deaf);

        foreach (var (name, (asset, code)) in ends)
            Assert.Equal((name, code), (name, (await EndOfAsync(portal, asset)).RefusalCode));
        await Eventually.TrueAsync(() => HasFailedAsync(portal, silent));
        Assert.DoesNotContain(Children.Of(portal.DataFolder), line => line.Contains($"{silent:N}", StringComparison.Ordinal));
        await WatchableAsync(portal, "honest.mov");

        var growth = await PeakAsync(portal) - before;
        TestContext.Current.TestOutputHelper!.WriteLine($"The program's peak grew by {growth / 1_000_000} MB");
        Assert.InRange(growth, 0, MostGrowth);
    }

    [Fact]
    public async Task A_program_deaf_to_sigterm_is_gone_five_seconds_after_its_limit()
    {
        var clip = await media.MakeAsync("limit.mov", Hevc);
        var options = Options.Create(new MediaOptions { FfmpegPath = await StubAsync(clip), TranscodeBaseDeadline = TimeSpan.FromSeconds(3), TranscodeSecondsPerSecond = 1 });
        var tools = new MediaTools(options);
        var transcode = new Transcode(media.Processes, media.Sandbox, media.State, tools, new VerifyOutput(media.Processes, media.Sandbox, tools, options), options);
        var plan = ProxyPlan.For((await media.Probe.InspectAsync(clip, Ct)).Facts!, options.Value);

        var end = await transcode.RunAsync(plan, clip, media.NewFolder(), null, Ct);

        Assert.True(end.End is { LimitHit: true, DeadlineHit: false } && !end.IsVerified);
        Assert.InRange(end.End.Wall, plan.Wall, plan.Wall + TimeSpan.FromSeconds(5));
        Assert.Empty(Children.Of(options.Value.FfmpegPath));
    }

    private async Task WatchableAsync(PortalProcess portal, string name)
    {
        var honest = await BringAsync(portal, await media.MakeAsync(name, Hevc));
        await Eventually.TrueAsync(async () => (await SeeAsync(portal, honest)).Find(RenditionKind.Proxy)?.Entry == "proxy.m3u8");
    }

    private async Task<IReadOnlyList<(string Name, string Path, string? Code)>> BombsAsync()
    {
        const string Small = "-f lavfi -i testsrc2=s=160x120:r=25:d=2";
        var plain = await media.MakeAsync("plain.mp4", $"{Small} -c:v libx264 -preset ultrafast -pix_fmt yuv420p");
        var picture = await media.MakeAsync("picture.avi", "-f lavfi -i color=black:s=16000x16000:r=2:d=1 -c:v mjpeg");
        return
        [
            ("gap", await media.MakeAsync("gap.mkv", $"{Small} -vf setpts=PTS+gte(T\\,1)*72000/TB -fps_mode passthrough -c:v libx264 -preset ultrafast"), MediaRefusals.TooLong),
            ("picture", picture, MediaRefusals.TooLarge),
            ("picture behind a small header", await ShrinkHeaderAsync(picture), MediaRefusals.TooLarge),
            ("streams", await media.MakeAsync("streams.mkv", $"-f lavfi -i testsrc2=s=64x64:r=5:d=1{string.Concat(Enumerable.Repeat(" -map 0:v", 200))} -c:v mpeg4"), MediaRefusals.TooComplex),
            ("chapters", await WithTagsAsync(plain, "chapters", Chapters()), null),
            ("tag", await WithTagsAsync(plain, "tag", $";FFMETADATA1\ncomment={new string('x', 30_000_000)}\n"), null), // the demuxer passes by it
            ("many tags", await WithTagsAsync(plain, "tags", $";FFMETADATA1\n{string.Concat(Enumerable.Range(0, 300).Select(number => $"k{number}={new string('x', 100_000)}\n"))}"), null),
        ];
    }

    // The numbers of avih and strf say 160x120, the pictures themselves are what they were.
    private async Task<string> ShrinkHeaderAsync(string path)
    {
        var bytes = await File.ReadAllBytesAsync(path, Ct);
        var (large, small) = (BitConverter.GetBytes(16000), BitConverter.GetBytes(160));
        for (var at = 0; at < 400; at++)
        {
            if (bytes.AsSpan(at, 4).SequenceEqual(large))
                small.CopyTo(bytes, at);
        }
        var hidden = Path.Combine(media.Folder, "hidden.avi");
        await File.WriteAllBytesAsync(hidden, bytes, Ct);
        return hidden;
    }

    private async Task<string> WithTagsAsync(string plain, string name, string tags)
    {
        var path = Path.Combine(media.Folder, $"{name}.txt");
        await File.WriteAllTextAsync(path, tags, Ct);
        var made = await media.MakeAsync($"{name}.mkv", $"-i {plain} -f ffmetadata -i {path} -map 0 -map_metadata 1 -map_chapters 1 -c copy");
        Assert.True(new FileInfo(made).Length > 5_000_000, "the bomb is none");
        return made;
    }

    private static string Chapters()
    {
        var text = new StringBuilder(";FFMETADATA1\n");
        for (var at = 0; at < 200_000; at++)
            text.Append(CultureInfo.InvariantCulture, $"[CHAPTER]\nTIMEBASE=1/100000\nSTART={at}\nEND={at + 1}\ntitle=c\n");
        return text.ToString();
    }

    private async Task<Dictionary<string, string>> SettingsAsync(string deaf) => new()
    {
        ["Media:FfmpegPath"] = await StubAsync(deaf), ["Media:TranscodeBaseDeadline"] = "00:00:05", ["Media:TranscodeSecondsPerSecond"] = "1",
    };

    /// <summary>ffmpeg, but deaf when it is to make a proxy of this film.</summary>
    private async Task<string> StubAsync(string film)
    {
        var path = Path.Combine(media.NewFolder(), "ffmpeg");
        await File.WriteAllTextAsync(path, $$"""
            #!/usr/bin/bash
            if [[ "$*" == *proxy.m3u8* && $(stat -c %s /in/src) == {{new FileInfo(film).Length}} ]]; then trap '' TERM; while :; do sleep 0.2; done; fi
            exec /usr/bin/ffmpeg "$@"
            """, Ct);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }

    private static async Task<Guid> BringAsync(PortalProcess portal, string clip)
    {
        var (submissionId, assetId) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using (var scope = portal.Data.Scope())
        await using (var file = File.OpenRead(clip))
            await scope.ServiceProvider.GetRequiredService<IBlobStore>().WriteAsync(BlobKey.Original(assetId), file, Ct);
        await using var db = portal.Data.OpenDb();
        var submission = FilmRoom.Piece(submissionId);
        var asset = FilmRoom.Film(submissionId, assetId, new FileInfo(clip).Length);
        asset.Jobs.RemoveAll(job => job.Kind is JobKind.StoreAsset);
        submission.Assets.Add(asset);
        db.Add(submission);
        await db.SaveChangesAsync(Ct);
        return assetId;
    }

    private static async Task<Asset> SeeAsync(PortalProcess portal, Guid id)
    {
        await using var db = portal.Data.OpenDb();
        return await db.Assets.AsNoTracking().SingleAsync(asset => asset.Id == id, Ct);
    }

    private static async Task<Asset> EndOfAsync(PortalProcess portal, Guid id)
    {
        await Eventually.TrueAsync(async () => (await SeeAsync(portal, id)).State is not AssetState.Inspecting);
        return await SeeAsync(portal, id);
    }

    private static async Task<bool> HasFailedAsync(PortalProcess portal, Guid id)
    {
        await using var db = portal.Data.OpenDb();
        return await db.Jobs.AnyAsync(job => job.AssetId == id && job.Kind == JobKind.MakeProxy && job.Failures > 0, Ct);
    }

    /// <summary>Highest resident size so far, in bytes.</summary>
    private static async Task<long> PeakAsync(PortalProcess portal)
    {
        var status = await File.ReadAllLinesAsync($"/proc/{portal.ProcessId}/status", Ct);
        return 1024 * long.Parse(status.Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
