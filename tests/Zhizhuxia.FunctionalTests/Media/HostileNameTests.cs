using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Assets;
using Zhizhuxia.Intake;
using Zhizhuxia.Jobs;

namespace Zhizhuxia.FunctionalTests.Media;

/// <summary>Names that try to be a path, an option or a page, on honest bytes: text to show, and the film is taken.</summary>
[Collection(nameof(MediaRoom))]
public sealed partial class HostileNameTests(MediaRoom media)
{
    private static readonly string[] Own =
    [
        "../../../../tmp/zzx-evil.mp4", @"..\..\zzx-evil.mp4", "/tmp/zzx-evil.mp4", "clip\0.mp4", "CON.mp4", "-i concat:clip.mp4", "%03d.mp4", "a:b?*<>|.mp4",
        "clip\u202E4pm.mp4", "line\r\nX-Header: 1.mp4", "\"quoted\" 'name' `id` $(id).mp4", "🎬🎬.mp4", new string('株', 300) + ".mp4", "<script>alert(1)</script>.mp4",
    ];

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_it_is_called_a_film_is_stored_under_a_name_of_ours_and_looked_at()
    {
        var clip = await File.ReadAllBytesAsync(await media.MakeAsync("honest-name.mp4", "-f lavfi -i testsrc2=s=160x120:r=25:d=1 -c:v libx264 -preset ultrafast -pix_fmt yuv420p"), Ct);
        await using var newsroom = await Newsroom.OpenAsync();
        newsroom.Services.GetRequiredService<Zhizhuxia.Media.SandboxState>().Set(media.State.Latest);
        var names = Own.Concat(FromCorpus()).Distinct().ToList();
        foreach (var name in names)
            await UploadAsync(newsroom, name, clip);
        var own = names.IndexOf(Own[^1]) + 1;

        await RunAsync(newsroom, JobKind.StoreAsset, names.Count);
        await RunAsync(newsroom, JobKind.InspectAsset, own);

        await using var db = newsroom.OpenDb();
        var assets = await db.Assets.AsNoTracking().ToListAsync(Ct);
        Assert.Equal((names.Count, own), (assets.Count, assets.Count(asset => asset.State is AssetState.Ready)));
        Assert.All(assets, asset => Assert.True(asset.FileName.Length is > 0 and <= 200 && !asset.FileName.Any(char.IsControl) && !asset.FileName.Contains('\u202E'), asset.FileName));
        Assert.All(Directory.EnumerateFiles(newsroom.Root, "*", SearchOption.AllDirectories), file => Assert.Matches(Opaque(), Path.GetRelativePath(newsroom.Root, file)));
        Assert.False(File.Exists("/tmp/zzx-evil.mp4"));
    }

    private static IEnumerable<string> FromCorpus() => Corpus.IsThere
        ? File.ReadLines(Path.Combine(Corpus.Folder, "hostile", "names.jsonl")).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("name").GetString()!)
        : [];

    private static async Task UploadAsync(Newsroom newsroom, string name, byte[] clip)
    {
        await using var scope = newsroom.Services.CreateAsyncScope();
        var upload = await scope.ServiceProvider.GetRequiredService<BeginUpload>().RunAsync(new(Guid.CreateVersion7(), new string('a', 64), "127.0.0.1", name, clip.Length, null), Ct);
        using var content = new MemoryStream(clip);
        await scope.ServiceProvider.GetRequiredService<AppendUpload>().RunAsync(upload, 0, new(content, clip.Length, null), Ct);
    }

    private static async Task RunAsync(Newsroom newsroom, JobKind kind, int times)
    {
        var table = newsroom.Services.GetRequiredService<JobTable>();
        for (var round = 0; round < times; round++)
        {
            var job = await table.ClaimAsync([kind], Ct) ?? throw new InvalidOperationException($"No {kind} is ready");
            await using var scope = newsroom.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetServices<IJobHandler>().Single(handler => handler.Kind == kind).RunAsync(new JobContext(table, job), Ct);
        }
    }

    // The database, the key, and below their folders hexadecimal numbers and the poster.
    [GeneratedRegex(@"^(\w+\.\w+(-\w+|\.migrating)?|keys/newsroom\.key|[a-z]+(/[a-z]+)?(/[0-9a-f-]+)+(/poster\.jpg)?)$")]
    private static partial Regex Opaque();
}
