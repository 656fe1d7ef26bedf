using System.Text.Json;
using System.Text.Json.Serialization;
using Zhizhuxia.Data;

namespace Zhizhuxia.Operation;

/// <summary>What a backup says of itself. Written last: a folder without it is no backup.</summary>
/// <param name="Format">Of the folder; <see cref="CurrentFormat"/>.</param>
/// <param name="Database">Which kind it is of; it can be put back into the same kind only.</param>
/// <param name="DatabaseFile">Name of the database's copy.</param>
/// <param name="Migrations">All that the database has; the last one is the version of its shape.</param>
/// <param name="BegunAt">When the command began.</param>
/// <param name="TakenAt">The moment that it holds: what was committed before is in it.</param>
/// <param name="EndedAt">When the last file was there.</param>
/// <param name="Counts">Rows of the main tables at that moment.</param>
/// <param name="Files">Lines of <c>SHA256SUMS</c>.</param>
/// <param name="Bytes">Of all files.</param>
/// <param name="HasKeys">The newsroom's keys are in it.</param>
/// <param name="Rounds">How often the moment was taken anew because files went meanwhile.</param>
/// <param name="SumsSha256">Hash of <c>SHA256SUMS</c>, which has those of all other files.</param>
/// <param name="Findings">What the newsroom itself lacked.</param>
public sealed record BackupManifest(
    int Format, [property: JsonConverter(typeof(JsonStringEnumConverter<DatabaseKind>))] DatabaseKind Database, string DatabaseFile, IReadOnlyList<string> Migrations, DateTimeOffset BegunAt, DateTimeOffset TakenAt, DateTimeOffset EndedAt,
    IReadOnlyDictionary<string, int> Counts, int Files, long Bytes, bool HasKeys, int Rounds, string SumsSha256, IReadOnlyList<Finding> Findings)
{
    public const int CurrentFormat = 1;
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions _shape = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, _shape);

    /// <exception cref="OperationException">There is none, or none that this program understands.</exception>
    public static async Task<BackupManifest> ReadAsync(string folder, CancellationToken ct)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            throw new OperationException($"{folder} is no whole backup: it has no {FileName}, which is written last.");
        try
        {
            var manifest = JsonSerializer.Deserialize<BackupManifest>(await File.ReadAllBytesAsync(path, ct), _shape);
            return manifest is { Format: CurrentFormat } ? manifest : throw new OperationException($"The backup has format {manifest?.Format}; this program knows {CurrentFormat}.");
        }
        catch (JsonException)
        {
            throw new OperationException($"The backup is damaged: {FileName} cannot be read.");
        }
    }
}
