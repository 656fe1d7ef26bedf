using System.Text.Json.Nodes;

namespace Zhizhuxia.Settings;

/// <summary>A section of the settings that administrators change while the program runs.</summary>
public abstract class LiveSection
{
    /// <summary>As in the configuration.</summary>
    public abstract string Name { get; }

    /// <summary>What the configuration says.</summary>
    public abstract JsonObject Defaults();

    /// <summary>What holds now.</summary>
    public abstract JsonObject Now();

    /// <summary>Whether the section could be read and would be within its ranges with this document.</summary>
    /// <param name="key">Of the document: this section, or something in it.</param>
    public abstract bool Accepts(string key, JsonNode document);

    /// <summary>What the configuration says of what a document sets; null if it says nothing.</summary>
    /// <param name="key">Of the document: this section, or something in it.</param>
    /// <param name="document">Its properties are those asked for; null: none.</param>
    public JsonObject? Default(string key, JsonObject? document)
    {
        JsonNode? place = Defaults();
        foreach (var name in key[Name.Length..].Split(':', StringSplitOptions.RemoveEmptyEntries))
            place = (place as JsonObject)?[name];
        return document is null || place is not JsonObject says
            ? null
            : new(says.Where(property => document.ContainsKey(property.Key)).Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone())));
    }
}
