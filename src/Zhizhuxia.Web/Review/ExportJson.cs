using System.Text.Json;

namespace Zhizhuxia.Web.Review;

/// <summary>What is taken out of the desk, spelt as the API spells it, for eyes too.</summary>
internal static class ExportJson
{
    private static readonly JsonSerializerOptions _options = Spelt();

    public static byte[] Of<T>(T content) => JsonSerializer.SerializeToUtf8Bytes(content, _options);

    private static JsonSerializerOptions Spelt()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true };
        ApiJson.Spell(options);
        return options;
    }
}
