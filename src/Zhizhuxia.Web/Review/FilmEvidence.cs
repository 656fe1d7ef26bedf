using System.Text.Json;
using Zhizhuxia.Assets;
using Zhizhuxia.Media;

namespace Zhizhuxia.Web.Review;

/// <summary>What the inspection of a film found besides its picture: AI and former programs, as the editor reads it.</summary>
public static class FilmEvidence
{
    private static readonly (string Field, string Words)[] MarkFields =
    [
        ("label", "标识"), ("contentProducer", "生成者"), ("produceID", "生成编号"), ("contentPropagator", "传播者"), ("propagateID", "传播编号"),
    ];

    /// <summary>One line each; none for an ordinary file.</summary>
    public static IEnumerable<string> Lines(Asset asset)
    {
        if (asset.Facts is null)
            yield break;
        using var facts = JsonDocument.Parse(asset.Facts);
        var root = facts.RootElement;
        if (root.TryGetProperty("aigc", out var mark) && mark.ValueKind is JsonValueKind.Object)
            yield return $"文件里的 AIGC 元数据：{string.Join("，", Said(mark))}";
        else if (Text(root, "aigcJson") is { Length: > 0 } unread)
            yield return $"文件里的 AIGC 元数据（读不懂）：{unread}";
        if (Text(root, "aiTrace") is { Length: > 0 } trace)
            yield return $"文件里提到 AI 生成工具：{trace}";
        if (root.TryGetProperty("recompressionSigns", out var signs) && signs.EnumerateArray().Any(sign => sign.GetString() == RecompressionSigns.Encoder))
            yield return "由剪辑或转码软件存过，不是相机直接写的文件。";
    }

    private static IEnumerable<string> Said(JsonElement mark) =>
        from field in MarkFields
        let value = Text(mark, field.Field)
        where value.Length > 0
        select $"{field.Words} {value}";

    private static string Text(JsonElement owner, string name) =>
        owner.ValueKind is JsonValueKind.Object && owner.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";
}
