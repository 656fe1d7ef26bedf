using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Assets;
using Zhizhuxia.Jobs;
using Zhizhuxia.Media;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Media;

/// <summary>A film that is AI-generated says so on its picture and in its MP4, and only what the newsroom decided.</summary>
[Collection(nameof(MediaRoom))]
public sealed class LabelledLadderTests(MediaRoom media)
{
    // One even grey: whatever else is on the picture is the notice.
    private const string Grey = "-f lavfi -i color=c=gray:s=640x360:r=25:d=6 -f lavfi -i sine=f=440:d=6 -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac "
        + "-metadata AIGC={\"Label\":\"1\",\"ContentProducer\":\"某公司\",\"ProduceID\":\"p=7;7\"} -metadata location=+27.8281+113.1518/ -movflags use_metadata_tags";
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_notice_is_on_the_first_seconds_and_the_mark_in_the_mp4()
    {
        await using var room = await AdoptedAsync(AiLabel.Certain);
        await room.RunAsync(JobKind.MakeLadder, Ct);

        var ladder = (await room.AssetAsync()).Find(RenditionKind.Ladder)!;
        Assert.Equal("Certain", ladder.Label);
        var film = await SaveAsync(room, ladder, Rendition.Download);
        Assert.True(await ContrastAsync(film, 1) > 100, "no notice");
        Assert.True(await ContrastAsync(film, 5) < 8, "the notice does not go");
        var mark = AigcMark.Parse(await AigcAsync(film))!;
        Assert.Equal(("1", "某公司", "p=7;7", "株洲日报 知株侠", "ZX261127-0001"), (mark.Label, mark.ContentProducer, mark.ProduceID, mark.ContentPropagator, mark.PropagateID));
        Assert.Equal(
            ["Label", "ContentProducer", "ProduceID", "ReservedCode1", "ContentPropagator", "PropagateID", "ReservedCode2"],
            JsonDocument.Parse((await AigcAsync(film))!).RootElement.EnumerateObject().Select(field => field.Name));
        foreach (var file in ladder.Files)
            Assert.True((await room.ReadAsync(ladder, file)).AsSpan().IndexOf("27.8281"u8) < 0, file);
    }

    [Fact]
    public async Task Without_a_label_there_is_neither()
    {
        await using var room = await AdoptedAsync(AiLabel.None);
        await room.RunAsync(JobKind.MakeLadder, Ct);

        var ladder = (await room.AssetAsync()).Find(RenditionKind.Ladder)!;
        Assert.Null(ladder.Label);
        var film = await SaveAsync(room, ladder, Rendition.Download);
        Assert.True(await ContrastAsync(film, 1) < 8, "a notice that is not due");
        Assert.Null(await AigcAsync(film));
    }

    [Fact]
    public async Task A_changed_verdict_makes_the_ladder_anew_and_removes_the_old()
    {
        await using var room = await AdoptedAsync(AiLabel.None);
        await room.RunAsync(JobKind.MakeLadder, Ct);
        var plain = (await room.AssetAsync()).Find(RenditionKind.Ladder)!;
        await LabelAsync(room, AiLabel.Suspected);
        await OrderAgainAsync(room, plain.Attempt);

        await room.RunAsync(JobKind.MakeLadder, Ct);

        var labelled = (await room.AssetAsync()).Find(RenditionKind.Ladder)!;
        Assert.Equal(("Suspected", true), (labelled.Label, labelled.Attempt > plain.Attempt));
        await Assert.ThrowsAsync<Zhizhuxia.Storage.BlobMissingException>(() => room.ReadAsync(plain, "master.m3u8"));
    }

    private async Task<FilmRoom> AdoptedAsync(AiLabel label)
    {
        var room = await FilmRoom.WithAsync(await media.MakeAsync("grey.mp4", Grey), State.Adopted);
        await LabelAsync(room, label);
        await room.RunAsync(JobKind.InspectAsset, Ct);
        await room.OrderAsync(JobKind.MakeLadder);
        return room;
    }

    private static async Task LabelAsync(FilmRoom room, AiLabel label)
    {
        await using var db = room.Newsroom.OpenDb();
        await db.Submissions.ExecuteUpdateAsync(set => set.SetProperty(row => row.AiLabel, label).SetProperty(row => row.Number, "ZX261127-0001"), Ct);
    }

    private static async Task OrderAgainAsync(FilmRoom room, long published)
    {
        await using var db = room.Newsroom.OpenDb();
        var past = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        db.Jobs.Add(Job.ForAsset(JobKind.MakeLadder, room.SubmissionId, room.AssetId, past, new Place { FirstToken = published }));
        await db.SaveChangesAsync(Ct);
    }

    private async Task<string> SaveAsync(FilmRoom room, Rendition ladder, string file)
    {
        var path = Path.Combine(media.NewFolder(), file);
        await File.WriteAllBytesAsync(path, await room.ReadAsync(ladder, file), Ct);
        return path;
    }

    /// <summary>Brightest minus darkest pixel of the upper left, 0 to 255.</summary>
    private async Task<int> ContrastAsync(string film, int second)
    {
        var frame = await media.MakeAsync($"{Guid.CreateVersion7():N}.raw", $"-ss {second} -i {film} -frames:v 1 -vf crop=iw/2:ih/4:0:0,format=gray -f rawvideo");
        var pixels = await File.ReadAllBytesAsync(frame, Ct);
        return pixels.Max() - pixels.Min();
    }

    private async Task<string?> AigcAsync(string film)
    {
        var end = await media.Processes.RunAsync(
            new ProcessOrder(new Command(media.Tools.Ffprobe, ["-v", "error", "-show_entries", "format_tags", "-of", "json", film]), TimeSpan.FromMinutes(1)), Ct);
        var tags = JsonDocument.Parse(end.Output).RootElement.GetProperty("format");
        return tags.TryGetProperty("tags", out var all) && all.TryGetProperty("AIGC", out var mark) ? mark.GetString() : null;
    }
}
