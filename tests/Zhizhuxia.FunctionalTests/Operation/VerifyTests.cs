using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Assets;
using Zhizhuxia.Storage;

namespace Zhizhuxia.FunctionalTests.Operation;

/// <summary><c>verify</c> and <c>reconcile</c> against damage done by hand.</summary>
public sealed class VerifyTests : IAsyncLifetime
{
    private Newsroom _newsroom = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _newsroom = await Newsroom.OpenAsync();

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    [Fact]
    public async Task Damage_of_each_kind_is_found_and_what_is_whole_is_not_told()
    {
        await _newsroom.AddFilmAsync([1, 2, 3]);
        await _newsroom.AddArrivedAsync([4, 5, 6], Guid.CreateVersion7());
        Assert.Equal((0, ""), await VerifyAsync());
        await ReplaceAsync(BlobKey.Original((await _newsroom.AddFilmAsync([7, 8, 9])).Id), [7, 8, 8]);
        await ReplaceAsync(BlobKey.Original((await _newsroom.AddFilmAsync([7, 8, 9])).Id), [7, 8]);
        await _newsroom.Store().DeleteAsync(BlobKey.Original((await _newsroom.AddFilmAsync([1])).Id), Ct);
        await AddPosterAsync(await _newsroom.AddFilmAsync([2]), stored: 3, said: 4);

        Assert.Equal((3, "file-hash file-length file-missing rendition-length"), await VerifyAsync());
    }

    [Fact]
    public async Task A_file_without_a_row_goes_once_it_is_old_and_a_second_pass_changes_nothing()
    {
        await _newsroom.AddFilmAsync([1, 2, 3]);
        await _newsroom.Store().WriteAsync(BlobKey.Original(Guid.CreateVersion7()), new MemoryStream([1]), Ct);
        await _newsroom.Store().WriteAsync(BlobKey.Mail(new string('a', 64)), new MemoryStream([2]), Ct);
        await File.WriteAllBytesAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(_newsroom.Root, "uploads")).FullName, $"{Guid.CreateVersion7(FilmShelf.Yesterday):N}"), [3], Ct);

        var young = await ReconcileAsync("--fix");
        var told = await ReconcileAsync("--Operation:Grace=00:00:00");
        var mended = await ReconcileAsync("--fix", "--Operation:Grace=00:00:00");
        var second = await ReconcileAsync("--fix", "--Operation:Grace=00:00:00");

        Assert.Equal((0, "file-stray"), young); // of the upload: its name says when it began
        Assert.Equal((3, "file-stray file-stray"), told);
        Assert.Equal((0, "file-stray file-stray"), mended);
        Assert.Equal((0, ""), second);
        Assert.Equal((0, ""), await VerifyAsync());
    }

    [Fact]
    public async Task Files_beside_an_older_database_are_told_and_left_alone()
    {
        for (byte number = 0; number < 25; number++)
            await _newsroom.Store().WriteAsync(BlobKey.Original(Guid.CreateVersion7()), new MemoryStream([number]), Ct);

        var (exitCode, _) = await ReconcileAsync("--fix", "--Operation:Grace=00:00:00");

        Assert.Equal(3, exitCode);
        Assert.Equal(25, Directory.GetFiles(Path.Combine(_newsroom.Root, "blobs", "originals")).Length);
    }

    [Fact]
    public async Task A_row_without_its_job_gets_it_and_an_upload_goes_back_to_the_bytes_that_are_there()
    {
        await _newsroom.AddArrivedAsync([4, 5, 6], Guid.CreateVersion7());
        var upload = Guid.CreateVersion7();
        await _newsroom.AddUploadAsync(await UploadingAsync(), upload, [1, 2, 3], offset: 5);
        await using var db = _newsroom.OpenDb();
        await db.Jobs.ExecuteDeleteAsync(Ct);

        var told = await ReconcileAsync();
        var mended = await ReconcileAsync("--fix");
        var second = await ReconcileAsync("--fix");

        Assert.Equal((3, "file-length job-missing"), told);
        Assert.Equal((0, "file-length job-missing"), mended);
        Assert.Equal((0, ""), second);
        Assert.Equal(3, (await db.Uploads.AsNoTracking().SingleAsync(row => row.Id == upload, Ct)).Offset);
        Assert.Equal(1, await db.Jobs.CountAsync(Ct));
    }

    private async Task<(int ExitCode, string Codes)> VerifyAsync()
    {
        var end = await _newsroom.OperateAsync("verify", "--json");
        return (end.ExitCode, end.Codes());
    }

    private async Task<(int ExitCode, string Codes)> ReconcileAsync(params string[] options)
    {
        var end = await _newsroom.OperateAsync(["reconcile", "--json", .. options]);
        return (end.ExitCode, end.Codes());
    }

    private async Task<Asset> UploadingAsync()
    {
        await using var db = _newsroom.OpenDb();
        var piece = Media.FilmRoom.Piece(Guid.CreateVersion7());
        var asset = new Asset { Id = Guid.CreateVersion7(), SubmissionId = piece.Id, FileName = "clip.mp4", Length = 9, CreatedAt = FilmShelf.Yesterday };
        asset.BeginUpload();
        piece.Assets.Add(asset);
        db.Add(piece);
        await db.SaveChangesAsync(Ct);
        return asset;
    }

    private async Task ReplaceAsync(BlobKey key, byte[] bytes)
    {
        await _newsroom.Store().DeleteAsync(key, Ct);
        await _newsroom.Store().WriteAsync(key, new MemoryStream(bytes), Ct);
    }

    private async Task AddPosterAsync(Asset asset, int stored, int said)
    {
        await _newsroom.Store().WriteAsync(BlobKey.Rendition(asset.Id, 1, "poster.jpg"), new MemoryStream(new byte[stored]), Ct);
        await using var db = _newsroom.OpenDb();
        (await db.Assets.SingleAsync(row => row.Id == asset.Id, Ct)).Add(new(RenditionKind.Poster, 1, "poster.jpg", ["poster.jpg"], 16, 9, said));
        await db.SaveChangesAsync(Ct);
    }
}
