using System.Text.Json;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Operation;

/// <summary>When this newsroom was backed up last: a line in <c>{Root}/last-backup.json</c>, for the deep health and the figures.</summary>
/// <param name="TakenAt">The moment it holds.</param>
/// <param name="Files">How many.</param>
/// <param name="Bytes">Of all of them.</param>
/// <param name="Findings">What the newsroom lacked.</param>
public sealed record LatestBackup(DateTimeOffset TakenAt, int Files, long Bytes, int Findings)
{
    private const string FileName = "last-backup.json";

    /// <summary>Null: never, or nothing that can be read.</summary>
    public static LatestBackup? Read(StorageOptions storage)
    {
        try
        {
            return JsonSerializer.Deserialize<LatestBackup>(File.ReadAllBytes(storage.Folder(FileName)), JsonSerializerOptions.Web);
        }
        catch (Exception none) when (none is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    internal static async Task WriteAsync(StorageOptions storage, BackupManifest backup, CancellationToken ct)
    {
        var latest = new LatestBackup(backup.TakenAt, backup.Files, backup.Bytes, backup.Findings.Count);
        Disk.CreateDirectory(storage.Folder("."));
        var aside = storage.Folder($"{FileName}.part");
        await File.WriteAllBytesAsync(aside, JsonSerializer.SerializeToUtf8Bytes(latest, JsonSerializerOptions.Web), ct);
        File.Move(aside, storage.Folder(FileName), overwrite: true);
    }
}
