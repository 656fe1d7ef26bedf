using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Zhizhuxia.Storage;

/// <summary>
/// The newsroom's own secret: 32 random bytes in <c>{Root}/keys/newsroom.key</c>, made at the first start, never in the database or its backup.
/// Receipts, one-time links and message ids are derived from it.
/// </summary>
public sealed class SecretKey
{
    public const string FileName = "newsroom.key";

    private readonly byte[] _key;

    public SecretKey(IOptions<StorageOptions> options)
    {
        var folder = options.Value.Folder("keys");
        Disk.CreateDirectory(folder);
        _key = LoadOrCreate(Path.Combine(folder, FileName));
    }

    /// <summary>HMAC-SHA256 of <paramref name="text"/> for one <paramref name="purpose"/>; 32 bytes. Purposes do not meet.</summary>
    public byte[] Sign(string purpose, string text) =>
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{purpose}\n{text}"));

    private static byte[] LoadOrCreate(string path)
    {
        if (!File.Exists(path))
            Create(path);
        var key = File.ReadAllBytes(path);
        return key.Length == 32 ? key : throw new InvalidDataException($"{FileName} is not 32 bytes long");
    }

    private static void Create(string path)
    {
        var aside = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(aside, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(32));
            file.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(aside); // another process was first: its key is the key
        }
        Disk.SyncDirectory(Path.GetDirectoryName(path)!);
    }
}
