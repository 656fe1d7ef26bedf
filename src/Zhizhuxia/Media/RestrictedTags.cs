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
/// <param name="Others">Other tags a person may have written: author, comment, title.</param>
public sealed record RestrictedTags(string? Location, string? Device, string? Recorded, IReadOnlyDictionary<string, string> Others)
{
    private static readonly JsonSerializerOptions Shape = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }; // a column, not a page
    private static readonly string[] LocationKeys = ["com.apple.quicktime.location.ISO6709", "location", "location-eng", "xyz"];
    private static readonly string[] MakerKeys = ["com.apple.quicktime.make", "make", "com.android.manufacturer"];
    private static readonly string[] ModelKeys = ["com.apple.quicktime.model", "model", "com.android.model"];
    private static readonly string[] DateKeys = ["com.apple.quicktime.creationdate", "creation_time", "date"];
    private static readonly string[] PersonKeys = ["artist", "author", "com.apple.quicktime.author", "copyright", "comment", "description", "title"];

    /// <summary>Nothing was told.</summary>
    public bool IsEmpty => Location is null && Device is null && Recorded is null && Others.Count == 0;

    /// <summary>Picks the few tags that are read.</summary>
    public static RestrictedTags From(IReadOnlyDictionary<string, string> tags)
    {
        var device = string.Join(' ', new[] { First(tags, MakerKeys), First(tags, ModelKeys) }.OfType<string>());
        var others = PersonKeys.Where(tags.ContainsKey).ToDictionary(key => key, key => tags[key]);
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

    private static string? First(IReadOnlyDictionary<string, string> tags, string[] keys) =>
        keys.Select(key => tags.GetValueOrDefault(key)).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));
}
