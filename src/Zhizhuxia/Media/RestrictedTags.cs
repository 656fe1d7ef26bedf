using System.Text.Encodings.Web;
using System.Text.Json;

namespace Zhizhuxia.Media;

/// <summary>
/// What a file tells about place, device and person. Shown to reviewers only, kept apart from the facts, and never in
/// anything that is delivered.
/// </summary>
/// <param name="Location">ISO 6709 as found; null when there is none.</param>
/// <param name="Device">Maker and model; null when there is none.</param>
/// <param name="Recorded">The camera's own date; null when there is none.</param>
/// <param name="Others">Other tags of a person, a device or a place: author, comment, lens, serial number.</param>
public sealed record RestrictedTags(string? Location, string? Device, string? Recorded, IReadOnlyDictionary<string, string> Others)
{
    private const int MostOthers = 40;
    private static readonly JsonSerializerOptions Shape = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }; // a column, not a page

    // QuickTime's keys (Apple), 3GPP's loci and ©xyz (ffmpeg names both "location"), Matroska's, ASF's.
    private static readonly string[] LocationKeys = ["com.apple.quicktime.location.ISO6709", "location", "location-eng", "xyz", "recording_location", "WM/Location", "gps", "geo"];
    private static readonly string[] MakerKeys = ["com.apple.quicktime.make", "make", "com.android.manufacturer", "manufacturer", "WM/Make", "device_manufacturer"];
    private static readonly string[] ModelKeys =
        ["com.apple.quicktime.model", "model", "com.android.model", "WM/Model", "device_model", "product", "com.apple.proapps.cameraName", "firmware"]; // GoPro tells its model by the firmware alone
    private static readonly string[] DateKeys =
        ["com.apple.quicktime.creationdate", "date_recorded", "creation_time", "modification_time", "date", "date_digitized", "IDIT", "com.apple.proapps.shootdate"];

    private static readonly string[] PersonKeys =
    [
        "artist", "author", "com.apple.quicktime.author", "com.apple.quicktime.artist", "composer", "performer", "director", "producer", "copyright",
        "comment", "description", "com.apple.quicktime.description", "com.apple.quicktime.comment", "title", "com.apple.quicktime.title", "album", "keywords",
        "com.apple.quicktime.keywords", "publisher", "owner", "account_id", "contact", "xmp",
    ];

    private static readonly string[] DeviceKeys =
    [
        "com.apple.quicktime.software", "com.apple.quicktime.content.identifier", "com.apple.quicktime.camera.identifier",
        "com.apple.quicktime.camera.lens_model", "com.apple.quicktime.camera.framereadouttimeinmicroseconds", "com.apple.quicktime.live-photo.auto",
        "com.apple.quicktime.live-photo.vitality-score", "com.apple.photos.originating.signature", "com.apple.proapps.serialno", "com.apple.proapps.clipID",
        "com.android.version", "com.android.capture.fps", "com.android.model", "com.android.manufacturer", "com.android.serial",
        "com.samsung.android.utc_offset", "com.xiaomi.preview_video_cover", "com.huawei.livephoto", "com.oppo.version", "software", "serial_number",
        "camera_serial", "lens", "reel_name", "timecode", "firmware", "media_uid", "original_media_uid", "device_id", "unique_id",
    ];

    private static readonly string[] PlaceKeys =
    [
        "com.apple.quicktime.location.name", "com.apple.quicktime.location.body", "com.apple.quicktime.location.note", "com.apple.quicktime.location.role",
        "com.apple.quicktime.location.facing", "com.apple.quicktime.location.date", "com.apple.quicktime.location.accuracy.horizontal",
        "com.apple.quicktime.direction.facing", "com.apple.quicktime.direction.motion",
    ];

    /// <summary>All tags that are read, for the question to ffprobe.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. LocationKeys, .. MakerKeys, .. ModelKeys, .. DateKeys, .. PersonKeys, .. DeviceKeys, .. PlaceKeys];

    /// <summary>Those of <see cref="Others"/>, each once.</summary>
    public static IReadOnlyList<string> OtherNames { get; } = [.. PersonKeys.Concat(DeviceKeys).Concat(PlaceKeys).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Nothing was told.</summary>
    public bool IsEmpty => Location is null && Device is null && Recorded is null && Others.Count == 0;

    /// <summary>Picks the tags that are read, of the file and of each of its streams; the file's own come first.</summary>
    public static RestrictedTags From(ProbeReport report)
    {
        var tags = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in report.AllTags.Where(tag => !string.IsNullOrWhiteSpace(tag.Value)))
            tags.TryAdd(key, value);
        var device = string.Join(' ', new[] { First(tags, MakerKeys), First(tags, ModelKeys) }.OfType<string>());
        var others = OtherNames.Where(tags.ContainsKey)
            .Take(MostOthers).ToDictionary(key => key, key => tags[key]);
        return new RestrictedTags(First(tags, LocationKeys), device.Length > 0 ? device : null, First(tags, DateKeys), others);
    }

    /// <summary>As stored in the restricted column: one flat object of what there is, <c>location, device, recorded</c> and the names of the other tags.</summary>
    public string ToJson()
    {
        var known = new Dictionary<string, string?> { ["location"] = Location, ["device"] = Device, ["recorded"] = Recorded };
        foreach (var (name, value) in Others)
            known[name] = value;
        return JsonSerializer.Serialize(known.Where(tag => tag.Value is not null).ToDictionary(), Shape);
    }

    private static string? First(Dictionary<string, string> tags, string[] keys) =>
        keys.Select(key => tags.GetValueOrDefault(key)).FirstOrDefault(value => value is not null);
}
