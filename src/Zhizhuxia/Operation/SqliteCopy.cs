using Microsoft.Extensions.Options;
using Zhizhuxia.Data;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Operation;

/// <summary>The one file of SQLite.</summary>
public sealed class SqliteCopy(Func<PortalDb> open, IOptions<StorageOptions> storage) : IDatabaseCopy
{
    private readonly string _live = storage.Value.Folder("zhizhuxia.db");

    public DatabaseKind Kind => DatabaseKind.Sqlite;

    public string FileName => "zhizhuxia.db";

    public async Task<DatabaseSnapshot> TakeAsync(string path, CancellationToken ct)
    {
        File.Delete(path);
        await using var live = open();
        return await DatabaseSnapshot.OfSqliteAsync(live, path, ct);
    }

    /// <summary>A log that was left behind counts: SQLite plays it into whatever file has the name.</summary>
    public Task<bool> IsEmptyAsync(CancellationToken ct) => Task.FromResult(!File.Exists(_live) && !File.Exists($"{_live}-wal"));

    public async Task PutBackAsync(string path, CancellationToken ct)
    {
        var aside = $"{_live}.restoring";
        await BackupFolder.CopyAsync(path, aside, ct);
        File.Move(aside, _live, overwrite: false);
        Disk.SyncDirectory(Path.GetDirectoryName(_live)!);
    }
}
