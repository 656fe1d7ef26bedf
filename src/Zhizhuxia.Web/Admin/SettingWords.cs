using System.Text.Json.Nodes;
using Zhizhuxia.Mail;
using Zhizhuxia.Settings;

namespace Zhizhuxia.Web.Admin;

/// <summary>Changes of the settings in words.</summary>
public static class SettingWords
{
    public static string TitleOf(string key) => FormOf(key) is { } form ? form.Title
        : key.StartsWith($"{MailTextsOptions.Section}:", StringComparison.Ordinal) ? $"信的写法：{MailTextsModel.TitleOf(key.Split(':')[^1])}"
        : key;

    /// <summary>What is different, each by the name of its field.</summary>
    public static IEnumerable<(string Label, string Before, string After)> Between(SettingChange change)
    {
        var (before, after) = (Parse(change.Before), Parse(change.After));
        foreach (var name in before.Concat(after).Select(property => property.Key).Distinct())
        {
            var field = FormOf(change.Key)?.Fields.FirstOrDefault(field => field.Name == name);
            var shape = field?.Shape ?? SettingShape.Line;
            var (old, now) = (SettingInput.Show(shape, before[name]), SettingInput.Show(shape, after[name]));
            if (old != now)
                yield return (field?.Label ?? (name is "Subject" ? "主题" : name is "Body" ? "正文" : name), old, now);
        }
    }

    private static SettingForm? FormOf(string key) => SettingForm.All.FirstOrDefault(form => form.Section == key);

    private static JsonObject Parse(string? json) => json is null ? [] : JsonNode.Parse(json)!.AsObject();
}
