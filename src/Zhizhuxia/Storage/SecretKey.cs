using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Zhizhuxia.Storage;

/// <summary>
/// The newsroom's own secret: 32 random bytes in <c>{Root}/keys/newsroom.key</c>, made at the first start, or in a file that is given
/// (<see cref="StorageOptions.KeyFile"/>) and never made; never in the database or its backup.
/// Receipts, one-time links and message ids are derived from it.
/// </summary>
public sealed class SecretKey
{
    public const string FileName = "newsroom.key";

    private const int Length = 32;

    private readonly byte[] _key;

    public SecretKey(IOptions<StorageOptions> options)
    {
        var path = PathOf(options.Value);
        if (options.Value.KeyFile is null && !File.Exists(path))
        {
            Disk.CreateDirectory(Path.GetDirectoryName(path)!);
            Create(path);
        }
        _key = Load(path);
    }

    /// <summary>HMAC-SHA256 of <paramref name="text"/> for one <paramref name="purpose"/>; 32 bytes. Purposes do not meet.</summary>
    public byte[] Sign(string purpose, string text) =>
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{purpose}\n{text}"));

    /// <summary>Where the key is read from.</summary>
    public static string PathOf(StorageOptions options) => options.KeyFile ?? Path.Combine(options.Folder("keys"), FileName);

    private static byte[] Load(string path)
    {
        var content = File.ReadAllBytes(path);
        if (content.Length == Length)
            return content;
        var (key, text) = (new byte[Length], Encoding.ASCII.GetString(content).Trim()); // a vault keeps text
        return Convert.TryFromBase64String(text, key, out var length) && length == Length
            ? key
            : throw new InvalidDataException($"{Path.GetFileName(path)} is not 32 bytes long, nor their Base64");
    }

    private static void Create(string path)
    {
        var aside = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(aside, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(Length));
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
