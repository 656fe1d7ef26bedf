using System.Text.Json;

namespace Zhizhuxia.Web.Review;

/// <summary>Codes and tags of a film as sentences.</summary>
public static class DeskSentences
{
    /// <summary>The sentence of a refusal or a warning.</summary>
    public static string Of(string? code) => code is not null && RefusalTexts.All.TryGetValue(code, out var sentence) ? sentence : "这个文件不能使用。";

    /// <summary>Names and values of the restricted tags, a JSON object.</summary>
    public static IEnumerable<(string Name, string Value)> Tags(string json)
    {
        using var tags = JsonDocument.Parse(json);
        return tags.RootElement.ValueKind is JsonValueKind.Object
            ? [.. tags.RootElement.EnumerateObject().Select(tag => (TagWords.Of(tag.Name), tag.Value.ToString()))]
            : [];
    }
}
