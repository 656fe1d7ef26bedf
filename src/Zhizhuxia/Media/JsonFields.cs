using System.Globalization;
using System.Text.Json;

namespace Zhizhuxia.Media;

/// <summary>Reads ffprobe's JSON, which writes numbers as numbers or as text and leaves out what it does not know.</summary>
internal static class JsonFields
{
    /// <summary>The field as text; empty when it is absent, "unknown" or "N/A".</summary>
    public static string Text(JsonElement owner, string name)
    {
        if (owner.ValueKind is not JsonValueKind.Object || !owner.TryGetProperty(name, out var value))
            return "";
        var text = value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return text is "unknown" or "N/A" or "reserved" ? "" : text;
    }

    /// <summary>The field as a finite number of sane size (a file may claim a rotation of −9223372036854775808); 0 otherwise.</summary>
    public static double Number(JsonElement owner, string name) =>
        double.TryParse(Text(owner, name), CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < int.MaxValue ? number : 0;

    /// <summary>A value like <c>30000/1001</c> or <c>4:3</c>; 0 when it is none.</summary>
    public static double Ratio(string text)
    {
        var parts = text.Split('/', ':');
        if (parts.Length != 2
            || !double.TryParse(parts[0], CultureInfo.InvariantCulture, out var numerator)
            || !double.TryParse(parts[1], CultureInfo.InvariantCulture, out var denominator))
            return 0;
        return denominator > 0 && numerator > 0 ? numerator / denominator : 0;
    }

    /// <summary>A flag of the stream's disposition.</summary>
    public static bool Flag(JsonElement stream, string name) =>
        stream.TryGetProperty("disposition", out var disposition) && Number(disposition, name) is not 0;

    /// <summary>The tags, at most 64 of at most 4096 characters: a file may carry 30 MB of them.</summary>
    public static Dictionary<string, string> Tags(JsonElement owner)
    {
        var tags = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (!owner.TryGetProperty("tags", out var listed))
            return tags;
        foreach (var tag in listed.EnumerateObject().Take(64))
            tags[Short(tag.Name, 100)] = Short(tag.Value.ToString(), 4096);
        return tags;
    }

    private static string Short(string text, int length) => text.Length <= length ? text : text[..length];
}
