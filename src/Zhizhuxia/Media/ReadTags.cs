namespace Zhizhuxia.Media;

/// <summary>
/// Every tag ffprobe is asked for; it compares names without regard to case. Of a name in several languages
/// (<c>location-eng</c>) ffmpeg always gives the bare one as well. Whatever else a file carries is neither read nor delivered.
/// </summary>
internal static class ReadTags
{
    private static readonly string[] Plain = ["encoder", "handler_name", "major_brand", "compatible_brands", "description", "synopsis", "genre"];

    /// <summary>The names, each once.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. new[] { AigcMark.Key }.Concat(Plain).Concat(AiTraces.Tags).Concat(RecompressionSigns.Tags).Concat(RestrictedTags.Names).Distinct(StringComparer.OrdinalIgnoreCase)];
}
