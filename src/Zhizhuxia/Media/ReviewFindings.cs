using System.Text.Json;
using System.Text.Json.Serialization;
using Zhizhuxia.Assets;

namespace Zhizhuxia.Media;

/// <summary>What one decode tells an editor besides the proxy itself; kept as JSON in the row, never measured again.</summary>
public sealed record ReviewFindings
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>Black, frozen and silent stretches in the order of time, at most <see cref="StretchReader.Most"/> of a kind.</summary>
    public IReadOnlyList<Mark> Marks { get; init; } = [];

    /// <summary>Null for a film without sound.</summary>
    public Loudness? Loudness { get; init; }

    /// <summary>The film in small pictures; null when not one came out.</summary>
    public Storyboard? Storyboard { get; init; }

    /// <summary>Stills that may become the cover, in the order of time.</summary>
    public IReadOnlyList<PosterCandidate> PosterCandidates { get; init; } = [];

    /// <summary>As stored in the row.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Shape);

    /// <summary>From the row; null while there is no whole proxy yet.</summary>
    /// <exception cref="JsonException">Not written by <see cref="ToJson"/>.</exception>
    public static ReviewFindings? Of(Asset asset) =>
        asset.Findings is { } json ? JsonSerializer.Deserialize<ReviewFindings>(json, Shape) : null;
}

/// <summary>A still that may become the cover.</summary>
/// <param name="File">Name of the JPEG.</param>
/// <param name="AtSeconds">Where in the film it is, as planned: to a picture or two.</param>
public sealed record PosterCandidate(string File, double AtSeconds);
