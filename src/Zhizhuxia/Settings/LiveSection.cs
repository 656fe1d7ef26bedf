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
}
