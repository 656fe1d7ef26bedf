using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.FunctionalTests.Jobs;
using Zhizhuxia.FunctionalTests.Uploads;
using Zhizhuxia.Jobs;
using Zhizhuxia.Storage;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>The file goes into the store first, then the row says so: twice, and killed on either side of each step.</summary>
public sealed class StoreAssetTests
{
    private const string Name = "龙舟.mp4";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twice_is_once()
    {
        await using var room = await ArrivedAsync();
        Assert.True(await room.Newsroom.DoNextAsync(JobKind.StoreAsset, Ct));
        await room.OrderAsync(Name, JobKind.StoreAsset);

        Assert.True(await room.Newsroom.DoNextAsync(JobKind.StoreAsset, Ct));

        await StoredOnceAsync(room);
    }

    /// <summary>Importing is a step within promoting: four seams.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Killed_between_file_and_row_it_is_stored_when_it_runs_again(int seam)
    {
        await using var room = await ArrivedAsync();
        room.Newsroom.Death().Await(seam);
        Assert.False(await room.Newsroom.DoNextAsync(JobKind.StoreAsset, Ct));
        Assert.Equal($"Inspecting remembered {(seam < 2 ? "area" : "store")} 0", (await room.LookAsync())[Name]);
        Assert.False(await IsStoredAsync(room));

        Assert.True(await room.Newsroom.DoNextAsync(JobKind.StoreAsset, Ct));

        await StoredOnceAsync(room);
    }

    [Fact]
    public async Task A_full_run_has_no_more_seams_than_those()
    {
        await using var room = await ArrivedAsync();
        room.Newsroom.Death().Await(4);

        Assert.True(await room.Newsroom.DoNextAsync(JobKind.StoreAsset, Ct));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task What_the_reader_takes_back_while_it_is_half_stored_leaves_no_byte(int seam)
    {
        await using var room = await ArrivedAsync();
        room.Newsroom.Death().Await(seam);
        Assert.False(await room.Newsroom.DoNextAsync(JobKind.StoreAsset, Ct));

        await room.DropAsync(Name);
        Assert.True(await room.Newsroom.DoNextAsync(JobKind.StoreAsset, Ct));

        Assert.Equal("Purged remembered nowhere 0", (await room.LookAsync())[Name]);
        await using var db = room.Newsroom.OpenDb();
        Assert.False(await db.Jobs.AnyAsync(job => job.Kind == JobKind.InspectAsset, Ct));
    }

    [Fact]
    public async Task Bytes_behind_the_end_that_a_cut_request_left_are_not_stored()
    {
        await using var room = await ArrivedAsync();
        await File.AppendAllTextAsync(Directory.EnumerateFiles(room.Folder).Single(), "more", Ct);

        Assert.True(await room.Newsroom.DoNextAsync(JobKind.StoreAsset, Ct));

        await StoredOnceAsync(room);
    }

    private static async Task<UploadRoom> ArrivedAsync()
    {
        var room = await UploadRoom.OpenAsync();
        await room.UploadAsync(Name, Guid.CreateVersion7());
        return room;
    }

    private static async Task<bool> IsStoredAsync(UploadRoom room)
    {
        await using var db = room.Newsroom.OpenDb();
        return (await db.Assets.SingleAsync(Ct)).Stored;
    }

    private static async Task StoredOnceAsync(UploadRoom room)
    {
        await using var db = room.Newsroom.OpenDb();
        var asset = await db.Assets.SingleAsync(Ct);
        Assert.Equal((true, TusClient.Sha256(UploadRoom.Film(Name))), (asset.Stored, asset.Sha256));
        await using var content = await room.Newsroom.Services.GetRequiredService<IBlobStore>().OpenReadAsync(BlobKey.Original(asset.Id), Ct);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, Ct);
        Assert.Equal(UploadRoom.Film(Name), bytes.ToArray());
        Assert.Empty(Directory.EnumerateFiles(room.Folder));
        Assert.Equal(1, await db.Jobs.CountAsync(job => job.Kind == JobKind.InspectAsset, Ct));
        Assert.False(await db.Jobs.AnyAsync(job => job.Kind == JobKind.StoreAsset && job.State != JobState.Done, Ct));
    }
}
