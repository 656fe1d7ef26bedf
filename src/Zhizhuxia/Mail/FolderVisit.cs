using System.Globalization;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Mail;

/// <summary>Looks through the watched folder, file by file.</summary>
/// <param name="pause">Between two looks; and how long a file must not have changed.</param>
internal sealed class FolderVisit(string folder, TimeSpan pause, TimeProvider clock) : IMailboxVisit
{
    private readonly Dictionary<string, FileInfo> _files = [];

    /// <summary>Size and time of a file when it was last seen, and since when they have been so.</summary>
    private readonly Dictionary<string, (string Identity, DateTimeOffset Since)> _seen = [];

    public IReadOnlyList<MailFolder> Folders { get; } = [new("mail-in", false)];

    public Task<long> EnterAsync(MailFolder folder, CancellationToken ct) => Task.FromResult(0L);

    public Task<IReadOnlyList<MailItem>> ListAsync(long? after, DateTimeOffset since, CancellationToken ct)
    {
        _files.Clear();
        var found = new DirectoryInfo(folder).EnumerateFiles("*.eml", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive, AttributesToSkip = FileAttributes.Hidden | FileAttributes.Directory })
            .Select(file => (File: file, Identity: IdentityOf(file))).ToList();
        foreach (var gone in _seen.Keys.Except(found.Select(one => one.File.Name)).ToList())
            _seen.Remove(gone);
        foreach (var (file, identity) in found.Where(one => IsSettled(one.File, one.Identity)))
            _files[identity] = file;
        return Task.FromResult<IReadOnlyList<MailItem>>(
            [.. _files.OrderBy(one => one.Value.LastWriteTimeUtc).ThenBy(one => one.Value.Name, StringComparer.Ordinal).Select(one => new MailItem(null, one.Key))]);
    }

    /// <summary>A file that has changed while it was read was not whole.</summary>
    public async Task<bool> ReadAsync(MailItem item, Func<Stream, Task> take, CancellationToken ct)
    {
        var file = _files[item.Identity];
        try
        {
            await using (var content = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, useAsync: true))
                await take(content);
        }
        catch (Exception unreadable) when (unreadable is FileNotFoundException or UnauthorizedAccessException)
        {
            return false; // another program has taken it; or it is not ours to read, stays where it is, and holds up no other
        }
        file.Refresh();
        return file.Exists && IdentityOf(file) == item.Identity;
    }

    public Task TakenAsync(MailItem item, CancellationToken ct)
    {
        var file = _files[item.Identity];
        try
        {
            File.Move(file.FullName, FreeName(file), overwrite: false);
        }
        catch (FileNotFoundException)
        {
            // another program has tidied it away
        }
        _seen.Remove(file.Name);
        Disk.SyncDirectory(folder);
        return Task.CompletedTask;
    }

    public Task WaitAsync(CancellationToken ct) => Task.Delay(pause, clock, ct);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>By the file's own time, or, where that is of another clock, by ours: as it was at an earlier look.</summary>
    private bool IsSettled(FileInfo file, string identity)
    {
        var now = clock.GetUtcNow();
        var age = now - file.LastWriteTimeUtc;
        if (!_seen.TryGetValue(file.Name, out var before) || before.Identity != identity)
            _seen[file.Name] = before = (identity, now);
        return age >= pause || now - before.Since >= pause;
    }

    private static string IdentityOf(FileInfo file) => string.Create(CultureInfo.InvariantCulture, $"{file.Name}\n{file.Length}\n{file.LastWriteTimeUtc.Ticks}");

    private string FreeName(FileInfo file)
    {
        var path = Path.Combine(folder, "taken", file.Name);
        for (var number = 2; File.Exists(path); number++)
            path = Path.Combine(folder, "taken", string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file.Name)} ({number}){file.Extension}"));
        return path;
    }
}
