using System.Text.Json.Nodes;

namespace Zhizhuxia.Settings;

/// <summary>The documents as this program knows them; whoever loads them from the database puts them here.</summary>
public sealed class CurrentSettings
{
    private volatile Snapshot _now = new(0, []);

    /// <summary>Number of the last change that is in it.</summary>
    public int Number => _now.Number;

    /// <summary>A thing to compare: another one when anything has changed.</summary>
    internal object Mark => _now;

    /// <param name="number">Of the last change.</param>
    /// <param name="documents">All.</param>
    public void Replace(int number, IEnumerable<SettingDocument> documents) =>
        _now = new(number, [.. documents.Where(document => document.Value is not null).OrderBy(document => document.Key, StringComparer.Ordinal).Select(document => (document.Key, document.Value!))]);

    /// <summary>Puts what was set over the defaults of a section.</summary>
    /// <param name="defaults">Is changed.</param>
    internal JsonObject Lay(string section, JsonObject defaults)
    {
        foreach (var (key, value) in _now.Documents)
            if (key == section || key.StartsWith(section + ":", StringComparison.Ordinal))
                Lay(defaults, key[section.Length..].Split(':', StringSplitOptions.RemoveEmptyEntries), JsonNode.Parse(value));
        return defaults;
    }

    /// <summary>An object's properties replace those of the same name; anything else replaces the whole.</summary>
    internal static void Lay(JsonObject under, string[] path, JsonNode? value)
    {
        foreach (var name in path.SkipLast(value is JsonObject ? 0 : 1))
            under = under[name] as JsonObject ?? (JsonObject)(under[name] = new JsonObject());
        if (value is JsonObject properties)
            foreach (var (name, property) in properties)
                under[name] = property?.DeepClone();
        else
            under[path[^1]] = value?.DeepClone();
    }

    private sealed record Snapshot(int Number, IReadOnlyList<(string Key, string Value)> Documents);
}
