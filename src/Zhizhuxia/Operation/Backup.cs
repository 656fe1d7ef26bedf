using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Zhizhuxia.Data;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Operation;

/// <summary>
/// Copies a newsroom out while it works. The order is what makes the copy consistent: mails that nobody has taken in yet, then the database at one
/// moment, then the files that its rows name. Files are written before their rows and never change, so that whatever a row names is there,
/// unless it was removed since; then the moment is taken anew.
/// </summary>
public sealed class Backup(Func<PortalDb> open, IDatabaseCopy database, FileRoom room, TimeProvider clock, IOptions<StorageOptions> storage)
{
    private const int MostRounds = 5;

    /// <param name="root">A folder that is empty or not there.</param>
    /// <param name="withKeys">The newsroom's keys too; a key that <see cref="StorageOptions.KeyFile"/> names lies outside and stays there.</param>
    /// <returns>As written into the folder. With findings it holds all there was, but the newsroom itself lacks something.</returns>
    /// <exception cref="OperationException">It cannot be made.</exception>
    public async Task<BackupManifest> RunAsync(string root, bool withKeys, CancellationToken ct)
    {
        var begun = clock.GetUtcNow();
        var folder = BackupFolder.Create(root);
        await folder.AddFolderAsync(storage.Value.Folder("mail-in"), "mail-in", "*.eml", ct);
        var outside = folder.Names();
        for (var round = 1; ; round++)
        {
            var taken = clock.GetUtcNow();
            await using var snapshot = await database.TakeAsync(folder.PathOf(database.FileName), ct);
            var copied = await CopyAsync(snapshot.Db, folder, ct);
            if (copied.HasMoved && round == MostRounds)
                throw new OperationException($"Files went in each of {MostRounds} rounds. Try again when less is removed.");
            if (copied.HasMoved)
                continue;
            folder.Forget(folder.Names().Except(copied.Names).Except(outside));
            await folder.NoteAsync(database.FileName, ct);
            await folder.AddFolderAsync(storage.Value.Folder("mail"), "mail", "*.eml", ct);
            if (withKeys)
                await folder.AddFolderAsync(storage.Value.Folder("keys"), "keys", "*", ct);
            var manifest = new BackupManifest(
                BackupManifest.CurrentFormat, database.Kind, database.FileName, [.. await snapshot.Db.Database.GetAppliedMigrationsAsync(ct)], begun, taken, clock.GetUtcNow(),
                await CountAsync(snapshot.Db, ct), folder.Files, folder.Bytes, folder.Find($"keys/{SecretKey.FileName}") is not null, round, await folder.WriteSumsAsync(ct), copied.Findings);
            await folder.WriteAsync(BackupManifest.FileName, manifest.ToJson(), ct);
            await LatestBackup.WriteAsync(storage.Value, manifest, ct);
            return manifest;
        }
    }

    private async Task<Copied> CopyAsync(PortalDb rows, BackupFolder folder, CancellationToken ct)
    {
        var copied = new Copied();
        await using var live = open();
        await foreach (var row in NamedFiles.ReadAsync(rows, ct))
            foreach (var file in row.Files)
                await CopyAsync(file, row, folder, live, copied, ct);
        return copied;
    }

    private async Task CopyAsync(NamedFile file, RowFiles row, BackupFolder folder, PortalDb live, Copied copied, CancellationToken ct)
    {
        if (file.Place is FilePlace.Blobs && folder.Find(file.Path) is { } before) // an earlier round's; files never change
        {
            Note(file, row, before, copied);
            return;
        }
        await using var opened = await room.OpenAsync(file, ct);
        if (opened is null)
        {
            if ((await NamedFiles.AgainAsync(live, row, ct)).Names(file))
                copied.Findings.Add(Finding.Missing(file, row));
            else
                copied.HasMoved = true;
            return;
        }
        var read = await folder.AddAsync(opened, file.Place is FilePlace.Blobs ? long.MaxValue : file.Bytes!.Value, ct);
        Note(file, row, read, copied);
    }

    private static void Note(NamedFile file, RowFiles row, ReadBytes read, Copied copied)
    {
        copied.Names.Add(file.Path);
        if (file.Bytes is { } bytes && read.Bytes != bytes)
            copied.Findings.Add(Finding.WrongLength(file, row, read.Bytes));
        else if (file.Sha256 is { } hash && read.Sha256 != hash)
            copied.Findings.Add(Finding.WrongHash(file, row));
    }

    private static async Task<IReadOnlyDictionary<string, int>> CountAsync(PortalDb rows, CancellationToken ct) => new Dictionary<string, int>
    {
        ["submissions"] = await rows.Submissions.CountAsync(ct), ["assets"] = await rows.Assets.CountAsync(ct), ["uploads"] = await rows.Uploads.CountAsync(ct),
        ["letters"] = await rows.Letters.CountAsync(ct), ["inboundMails"] = await rows.InboundMails.CountAsync(ct), ["jobs"] = await rows.Jobs.CountAsync(ct),
        ["editors"] = await rows.Users.CountAsync(ct),
    };

    /// <summary>What one round has brought.</summary>
    private sealed class Copied
    {
        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

        public List<Finding> Findings { get; } = [];

        /// <summary>A file went because its row did: the rows of this moment are not whole any more.</summary>
        public bool HasMoved { get; set; }
    }
}
