using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Zhizhuxia.Data;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Operation;

/// <summary>
/// Puts a backup where nothing is: everything is checked before the first byte is written, and the database comes last, so that a
/// program that is started too early finds none.
/// </summary>
public sealed class Restore(Func<PortalDb> open, IDatabaseCopy database, IBlobStore store, IUploadArea area, IOptions<StorageOptions> storage)
{
    private static readonly string[] _folders = ["keys", "mail", "mail-in"];

    /// <param name="root">The backup.</param>
    /// <returns>Its manifest. The database has this program's shape afterwards.</returns>
    /// <exception cref="OperationException">It is damaged or does not fit, or there is something already; nothing was written.</exception>
    /// <exception cref="NewerSchemaException">It was made by a newer program; nothing was written.</exception>
    public async Task<BackupManifest> RunAsync(string root, CancellationToken ct)
    {
        var manifest = await BackupManifest.ReadAsync(root, ct);
        RequireFit(manifest);
        await RequireEmptyAsync(manifest, ct);
        var names = await RequireWholeAsync(root, manifest, ct);
        foreach (var name in names.Where(name => name != manifest.DatabaseFile))
            await PutBackAsync(root, name, ct);
        await database.PutBackAsync(Path.Combine(root, manifest.DatabaseFile), ct);
        await using var db = open();
        await Schema.UpgradeAsync(db, ct);
        return manifest;
    }

    private void RequireFit(BackupManifest manifest)
    {
        if (manifest.Database != database.Kind)
            throw new OperationException($"The backup is of {manifest.Database}, the settings name {database.Kind}. Set Database:Kind={manifest.Database}.");
        using var db = open();
        var unknown = manifest.Migrations.Except(db.Database.GetMigrations()).ToList();
        if (unknown.Count > 0)
            throw new NewerSchemaException(unknown);
    }

    private async Task RequireEmptyAsync(BackupManifest manifest, CancellationToken ct)
    {
        if (!await database.IsEmptyAsync(ct))
            throw new OperationException("There is a database already. A backup is put back where nothing is.");
        foreach (var folder in _folders.Where(folder => folder != "keys" || manifest.HasKeys))
            if (Directory.Exists(storage.Value.Folder(folder)) && Directory.EnumerateFiles(storage.Value.Folder(folder)).Any())
                throw new OperationException($"{storage.Value.Folder(folder)} is not empty. A backup is put back where nothing is.");
        foreach (var prefix in (string[])["originals/", "renditions/", "mail/"])
            await foreach (var key in store.ListAsync(prefix, ct))
                throw new OperationException($"There are files in the store already ({key}). A backup is put back where nothing is.");
        await foreach (var id in area.ListAsync(ct))
            throw new OperationException($"There are uploads already ({id:N}). A backup is put back where nothing is.");
    }

    /// <returns>Names of all files.</returns>
    private static async Task<IReadOnlyList<string>> RequireWholeAsync(string root, BackupManifest manifest, CancellationToken ct)
    {
        var sums = Path.Combine(root, BackupFolder.Sums);
        var list = File.Exists(sums) ? await File.ReadAllBytesAsync(sums, ct) : throw Damaged(BackupFolder.Sums);
        if (Convert.ToHexStringLower(SHA256.HashData(list)) != manifest.SumsSha256)
            throw Damaged(BackupFolder.Sums);
        List<string> names = [];
        foreach (var line in System.Text.Encoding.UTF8.GetString(list).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (hash, name) = (line[..64], line[66..]);
            var path = Path.Combine(root, name);
            if (!File.Exists(path))
                throw Damaged(name);
            await using var file = new OpenedFile(name, File.OpenRead(path));
            if ((await file.ReadAsync(long.MaxValue, null, ct)).Sha256 != hash)
                throw Damaged(name);
            names.Add(name);
        }
        return names;
    }

    private async Task PutBackAsync(string root, string name, CancellationToken ct)
    {
        var (place, rest) = (name[..name.IndexOf('/', StringComparison.Ordinal)], name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        if (_folders.Contains(place))
        {
            await BackupFolder.CopyAsync(Path.Combine(root, name), Path.Combine(storage.Value.Folder(place), rest), ct);
            return;
        }
        await using var file = new FileStream(Path.Combine(root, name), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
        if (place == "blobs")
            await store.WriteAsync(new(rest), file, ct);
        else if (file.Length > 0)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await area.AppendAsync(Guid.ParseExact(rest, "N"), 0, file, file.Length, hash, confirm: null, ct);
        }
    }

    private static OperationException Damaged(string name) => new($"The backup is damaged: {name} is missing or is not what was written. Nothing was put back.");
}
