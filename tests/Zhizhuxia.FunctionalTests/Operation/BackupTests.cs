using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Data;
using Zhizhuxia.Operation;
using Zhizhuxia.Storage;

namespace Zhizhuxia.FunctionalTests.Operation;

/// <summary>What a backup holds, and what a restore refuses.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zzx-backup-").FullName;
    private Newsroom _newsroom = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Target => Path.Combine(_folder, "backup");

    public async ValueTask InitializeAsync()
    {
        var leaving = new LeavingFile();
        _newsroom = await Newsroom.OpenAsync(add: services => services.AddSingleton(leaving).AddSingleton<DiskBlobStore>().AddSingleton<IBlobStore, LeavingStore>());
    }

    public async ValueTask DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Bytes_that_wait_to_be_stored_and_mails_that_nobody_has_taken_come_along()
    {
        await _newsroom.AddFilmAsync([1, 2, 3]);
        var upload = Guid.CreateVersion7();
        await _newsroom.AddArrivedAsync([4, 5, 6], upload);
        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(_newsroom.Root, "mail-in")).FullName, "a.eml"), "Subject: a\r\n\r\n", Ct);
        await BackUpAsync();

        await using var fresh = new FreshPlace();
        var restored = await FilmShelf.OperateAsync(fresh.Root, "restore", Target, "--json");

        Assert.Equal((0, ""), (restored.ExitCode, restored.Codes()));
        Assert.Equal([4, 5, 6], await File.ReadAllBytesAsync(Path.Combine(fresh.Root, "uploads", $"{upload:N}"), Ct));
        Assert.True(File.Exists(Path.Combine(fresh.Root, "mail-in", "a.eml")));
        Assert.Equal(3, Directory.GetFiles(Target, "*", SearchOption.AllDirectories).Count(path => path.Contains("originals", StringComparison.Ordinal) || path.Contains("uploads", StringComparison.Ordinal) || path.Contains("mail-in", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_upload_that_is_stored_after_its_row_was_read_is_still_an_upload_of_so_many_bytes()
    {
        var upload = Guid.CreateVersion7();
        var asset = await _newsroom.AddArrivedAsync([4, 5, 6], upload);
        await _newsroom.Store().WriteAsync(BlobKey.Original(asset.Id), new MemoryStream([4, 5, 6]), Ct);
        File.Delete(Path.Combine(_newsroom.Root, "uploads", $"{upload:N}"));
        await using (var db = _newsroom.OpenDb())
            await db.Uploads.ExecuteUpdateAsync(set => set.SetProperty(row => row.Offset, 2), Ct);

        await BackUpAsync();

        Assert.Equal([4, 5], await File.ReadAllBytesAsync(Path.Combine(Target, "uploads", $"{upload:N}"), Ct));
        Assert.False(Directory.Exists(Path.Combine(Target, "blobs")));
    }

    [Fact]
    public async Task A_file_that_goes_between_row_and_copy_makes_the_moment_be_taken_anew()
    {
        await _newsroom.AddFilmAsync([1]);
        var leaving = await _newsroom.AddFilmAsync([2]);
        await _newsroom.AddFilmAsync([3]);
        _newsroom.Services.GetRequiredService<LeavingFile>().Set(BlobKey.Original(leaving.Id), () => PurgeAsync(leaving.Id));

        var manifest = await _newsroom.Services.GetRequiredService<Backup>().RunAsync(Target, withKeys: true, Ct);

        Assert.Equal((2, 0), (manifest.Rounds, manifest.Findings.Count));
        await using var fresh = new FreshPlace();
        var restored = await FilmShelf.OperateAsync(fresh.Root, "restore", Target, "--json");
        Assert.Equal((0, ""), (restored.ExitCode, restored.Codes()));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(fresh.Root, "blobs", "originals")).Length);
    }

    [Fact]
    public async Task A_newsroom_that_lacks_a_file_is_backed_up_with_a_remark()
    {
        await _newsroom.AddFilmAsync([1]);
        await _newsroom.Store().DeleteAsync(BlobKey.Original((await _newsroom.AddFilmAsync([2])).Id), Ct);

        var end = await _newsroom.OperateAsync("backup", Target, "--json");

        Assert.Equal((3, "file-missing"), (end.ExitCode, end.Codes()));
    }

    [Fact]
    public async Task A_damaged_backup_is_refused_before_anything_is_written()
    {
        var film = await _newsroom.AddFilmAsync([1, 2, 3]);
        await BackUpAsync();
        await File.WriteAllBytesAsync(Path.Combine(Target, "blobs", "originals", $"{film.Id:N}"), [1, 2, 4], Ct);

        await RefusedAsync($"damaged: blobs/originals/{film.Id:N}");
        File.Delete(Path.Combine(Target, "manifest.json"));
        await RefusedAsync("no whole backup");
    }

    [Fact]
    public async Task A_backup_of_a_newer_program_or_of_the_other_database_is_refused()
    {
        await BackUpAsync();
        await ChangeAsync(manifest => manifest["migrations"]!.AsArray().Add("99990101000000_FromTheFuture"));
        await RefusedAsync("99990101000000_FromTheFuture");
        await ChangeAsync(manifest => manifest["database"] = TestDatabase.Kind is DatabaseKind.Sqlite ? "Postgres" : "Sqlite");
        await RefusedAsync("Set Database:Kind=");
    }

    [Fact]
    public async Task Nothing_is_put_back_over_something_and_no_folder_is_filled_twice()
    {
        await _newsroom.AddFilmAsync([1]);
        await BackUpAsync();

        var over = await _newsroom.OperateAsync("restore", Target);
        var twice = await _newsroom.OperateAsync("backup", Target);

        Assert.Equal((1, 1), (over.ExitCode, twice.ExitCode));
        Assert.Contains("There is a database already", over.Errors, StringComparison.Ordinal);
        Assert.Contains("not empty", twice.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_can_be_kept_apart()
    {
        _newsroom.Services.GetRequiredService<SecretKey>();
        await BackUpAsync("--without-keys");

        Assert.False(Directory.Exists(Path.Combine(Target, "keys")));
    }

    /// <summary>SQLite needs no program.</summary>
    [Fact]
    [OwnDatabase(DatabaseKind.Postgres)]
    public async Task Without_pg_dump_the_refusal_says_what_to_install()
    {
        var end = await _newsroom.OperateAsync("backup", Target, "--Operation:PostgresFolder=/nowhere");

        Assert.Equal(1, end.ExitCode);
        Assert.Contains("pg_dump is not on this machine", end.Errors, StringComparison.Ordinal);
        Assert.Contains("--format=custom", end.Errors, StringComparison.Ordinal);
    }

    private async Task BackUpAsync(params string[] options)
    {
        var end = await _newsroom.OperateAsync(["backup", Target, .. options]);
        Assert.True(end.ExitCode == 0, end.Output + end.Errors);
    }

    private async Task RefusedAsync(string why)
    {
        await using var fresh = new FreshPlace();
        var end = await FilmShelf.OperateAsync(fresh.Root, "restore", Target);
        Assert.Equal(1, end.ExitCode);
        Assert.Contains(why, end.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(fresh.Root));
    }

    private async Task ChangeAsync(Action<JsonObject> change)
    {
        var path = Path.Combine(Target, "manifest.json");
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(path, Ct))!.AsObject();
        change(manifest);
        await File.WriteAllTextAsync(path, manifest.ToJsonString(), Ct);
    }

    private async Task PurgeAsync(Guid id)
    {
        await using var db = _newsroom.OpenDb();
        (await db.Assets.SingleAsync(asset => asset.Id == id, Ct)).Purge();
        await db.SaveChangesAsync(Ct);
        await _newsroom.Services.GetRequiredService<DiskBlobStore>().DeleteAsync(BlobKey.Original(id), Ct);
    }
}
