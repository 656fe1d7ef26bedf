using System.Text.Json;
using Zhizhuxia.Assets;

namespace Zhizhuxia.Web.Review;

/// <summary>The one fact the player needs: how long a picture stands.</summary>
public static class VideoFrames
{
    /// <summary>Pictures per second of the film on the screen; null if unknown.</summary>
    public static double? PerSecond(Asset asset)
    {
        if (asset.Facts is null)
            return null;
        using var facts = JsonDocument.Parse(asset.Facts);
        return Find(facts.RootElement, "Rate") ?? Find(facts.RootElement, "FrameRate") ?? Find(facts.RootElement, "AverageFrameRate");
    }

    private static double? Find(JsonElement element, string name)
    {
        if (element.ValueKind is not JsonValueKind.Object)
            return null;
        foreach (var property in element.EnumerateObject())
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind is JsonValueKind.Number)
                return property.Value.GetDouble() is > 0 and <= 240 and var rate ? rate : null;
            if (Find(property.Value, name) is { } inner)
                return inner;
        }
        return null;
    }
}
