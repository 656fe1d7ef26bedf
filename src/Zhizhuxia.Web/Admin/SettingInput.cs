using System.Globalization;
using System.Text.Json.Nodes;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Admin;

/// <summary>Fields of the settings as people write them, and as documents keep them.</summary>
internal static class SettingInput
{
    private static readonly CultureInfo _plain = CultureInfo.InvariantCulture;

    /// <summary>What stands in the field.</summary>
    /// <param name="section">The section as it holds.</param>
    public static string Show(SettingField field, JsonObject section) => Show(field.Shape, section[field.Shown]);

    /// <summary>A value in words.</summary>
    public static string Show(SettingShape shape, JsonNode? value) => value switch
    {
        null => "",
        JsonValue flag when flag.TryGetValue<bool>(out var on) => on ? "是" : "否",
        JsonArray lines => string.Join('\n', lines.Select(line => line is JsonObject grade ? $"{grade["Name"]} {grade["Amount"]}" : $"{line}")),
        _ when shape is SettingShape.Days => ((int)TimeSpan.Parse($"{value}", _plain).TotalDays).ToString(_plain),
        _ => $"{value}",
    };

    /// <exception cref="RefusedException">What is wrong with it, by the name of the field.</exception>
    public static JsonNode Read(SettingField field, string? text)
    {
        var typed = text?.Trim() ?? "";
        return field.Shape switch
        {
            SettingShape.Number => Number(field, typed),
            SettingShape.Days => TimeSpan.FromDays(Number(field, typed)).ToString("c", _plain),
            SettingShape.Line => typed.Length >= field.Min && typed.Length <= field.Max && !typed.Any(char.IsControl) ? typed : throw Wrong(field, typed),
            SettingShape.Lines => new JsonArray([.. Split(typed).Select(line => line.Length >= field.Min && line.Length <= field.Max ? (JsonNode)line : throw Wrong(field, line))]) is var all && all.Count <= field.Most
                ? all
                : throw Wrong(field, typed),
            _ => new JsonArray([.. Split(typed).Select(Grade)]) is { Count: > 0 } grades && grades.Count <= field.Most ? grades : throw new RefusedException("settings-grades"),
        };
    }

    private static int Number(SettingField field, string typed) =>
        int.TryParse(typed, NumberStyles.None, _plain, out var number) && number >= field.Min && number <= field.Max
            ? number
            : throw new RefusedException("settings-number", field.Label, $"{field.Min}", $"{field.Max}");

    private static JsonNode Grade(string line) =>
        line.Split([' ', '\t', '\u3000'], StringSplitOptions.RemoveEmptyEntries) is [{ Length: <= 4 } name, var amount]
        && decimal.TryParse(amount, NumberStyles.AllowDecimalPoint, _plain, out var yuan) && yuan is >= 0 and <= 100_000
            ? new JsonObject { ["Name"] = name, ["Amount"] = yuan }
            : throw new RefusedException("settings-grades");

    private static string[] Split(string text) =>
        text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static RefusedException Wrong(SettingField field, string typed) => field.Shape is SettingShape.Line && typed.Length == 0
        ? new("settings-empty", field.Label)
        : new("settings-lines", field.Label, $"{(field.Shape is SettingShape.Line ? 1 : field.Most)}", $"{field.Max}");
}
