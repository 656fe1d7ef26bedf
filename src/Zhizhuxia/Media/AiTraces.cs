using System.Text.RegularExpressions;

namespace Zhizhuxia.Media;

/// <summary>Names of generators in a file's tags: a trace, not a proof (label 3 疑似). Pure.</summary>
public static partial class AiTraces
{
    // Where programs write, not people: a reader may be called Sora.
    private static readonly string[] Keys = ["encoder", "handler_name", "vendor_id", "software", "comment", "description", "synopsis", "com.apple.quicktime.software"];

    /// <summary>Tags that are looked at.</summary>
    public static IReadOnlyList<string> Tags => Keys;

    /// <summary>The first generator named in a tag of the file or its streams, as written there; null when there is none.</summary>
    public static string? In(ProbeReport report) =>
        report.AllTags.Where(tag => Keys.Contains(tag.Key, StringComparer.OrdinalIgnoreCase))
            .Select(tag => Generators().Match(tag.Value)).FirstOrDefault(found => found.Success)?.Value
        ?? report.Raw.Trace;

    // Whole words; 可灵活 is none.
    [GeneratedRegex(
        @"(?<![\p{L}\d])(openai|sora|google veo|veo \d|runway(ml)?|kling( ?ai)?|klingai|jimeng|dreamina|hailuo( ?ai)?|minimax|vidu|pika( ?labs)|"
        + @"luma( ?ai| ?labs| dream machine)|heygen|synthesia|d-id|comfyui|stable (video )?diffusion|midjourney|wan ?2\.\d|hunyuan ?video|cogvideox?|"
        + @"trainedalgorithmicmedia|ai[- ]generated)(?![\p{L}\d])|可灵(?!活|巧|敏)|即梦|海螺AI|通义万相|智谱清影|AI生成|人工智能生成",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Generators();
}
