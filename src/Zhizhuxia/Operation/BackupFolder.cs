using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Operation;

/// <summary>
/// A backup's folder while it is filled. Each file is on disk before its line is in <c>SHA256SUMS</c>, which <c>sha256sum -c</c> reads. For the
/// owner only: it holds readers' names and, unless left out, the newsroom's keys.
/// </summary>
internal sealed class BackupFolder(string root)
{
    public const string Sums = "SHA256SUMS";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly SortedDictionary<string, ReadBytes> _files = new(StringComparer.Ordinal);

    public int Files => _files.Count;

    public long Bytes => _files.Values.Sum(file => file.Bytes);

    /// <exception cref="OperationException">There is something in it already.</exception>
    public static BackupFolder Create(string root)
    {
        if (Directory.Exists(root) && Directory.EnumerateFileSystemEntries(root).Any())
            throw new OperationException($"{root} is not empty. A backup gets a folder of its own.");
        Disk.CreateDirectory(root);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(root, OwnerOnly | UnixFileMode.UserExecute);
        return new(root);
    }

    public string PathOf(string name) => Path.Combine(root, name);

    /// <summary>What was read when it was added; null: it was not.</summary>
    public ReadBytes? Find(string name) => _files.TryGetValue(name, out var read) ? read : null;

    public async Task<ReadBytes> AddAsync(OpenedFile file, long limit, CancellationToken ct)
    {
        var path = PathOf(file.Path);
        Disk.CreateDirectory(Path.GetDirectoryName(path)!);
        ReadBytes read;
        await using (var copy = New(path))
        {
            read = await file.ReadAsync(limit, copy, ct);
            copy.Flush(flushToDisk: true);
        }
        return _files[file.Path] = read;
    }

    /// <summary>A file that another hand has put there.</summary>
    public async Task NoteAsync(string name, CancellationToken ct)
    {
        await using var file = new OpenedFile(name, File.OpenRead(PathOf(name)));
        _files[name] = await file.ReadAsync(long.MaxValue, null, ct);
    }

    /// <summary>Copies a folder's own files, those below it not; one that goes meanwhile is left out.</summary>
    public async Task AddFolderAsync(string source, string name, string pattern, CancellationToken ct)
    {
        foreach (var path in Directory.Exists(source) ? Directory.EnumerateFiles(source, pattern) : [])
        {
            try
            {
                await using var file = new OpenedFile($"{name}/{Path.GetFileName(path)}", File.OpenRead(path));
                await AddAsync(file, long.MaxValue, ct);
            }
            catch (FileNotFoundException)
            {
                // taken in, or renamed, in this very moment
            }
        }
    }

    /// <summary>Removes what an earlier round has put there and the last one does not name.</summary>
    public void Forget(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            _files.Remove(name);
            File.Delete(PathOf(name));
        }
    }

    public IReadOnlyList<string> Names() => [.. _files.Keys];

    /// <returns>Hash of the list.</returns>
    public async Task<string> WriteSumsAsync(CancellationToken ct)
    {
        var lines = new StringBuilder();
        foreach (var (name, file) in _files)
            lines.Append(CultureInfo.InvariantCulture, $"{file.Sha256}  {name}\n");
        var bytes = Encoding.UTF8.GetBytes(lines.ToString());
        await WriteAsync(Sums, bytes, ct);
        foreach (var folder in Directory.EnumerateDirectories(root, "*", SearchOption.AllDirectories))
            Disk.SyncDirectory(folder);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    public async Task WriteAsync(string name, byte[] bytes, CancellationToken ct)
    {
        await using (var file = New(PathOf(name)))
        {
            await file.WriteAsync(bytes, ct);
            file.Flush(flushToDisk: true);
        }
        Disk.SyncDirectory(root);
    }

    /// <summary>Copies a file, on disk when this returns; what is there is replaced.</summary>
    public static async Task CopyAsync(string from, string to, CancellationToken ct)
    {
        Disk.CreateDirectory(Path.GetDirectoryName(to)!);
        await using var source = File.OpenRead(from);
        await using var target = New(to);
        await source.CopyToAsync(target, ct);
        target.Flush(flushToDisk: true);
    }

    private static FileStream New(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return new(path, options);
    }
}
