using System.Text.Json.Nodes;
using Zhizhuxia.Mail;
using Zhizhuxia.Settings;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Admin;

/// <summary>Changes of the settings in words.</summary>
public static class SettingWords
{
    /// <summary>Which document, or which column, by the name it had last.</summary>
    public static string TitleOf(SettingChange change) => change.Key.StartsWith(ArrangeColumns.KeyPrefix, StringComparison.Ordinal)
        ? $"栏目：{Parse(change.After)["Name"]}"
        : TitleOf(change.Key);

    private static string TitleOf(string key) => FormOf(key) is { } form ? form.Title
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
                yield return (field?.Label ?? LabelOf(name), old, now);
        }
    }

    private static string LabelOf(string name) => name switch
    {
        "Subject" => "主题",
        "Body" => "正文",
        nameof(Column.Name) => "名称",
        nameof(Column.Motto) => "栏目下的一句话",
        nameof(Column.Open) => "开放",
        nameof(Column.Position) => "次序",
        _ => name,
    };

    private static SettingForm? FormOf(string key) => SettingForm.All.FirstOrDefault(form => form.Section == key);

    private static JsonObject Parse(string? json) => json is null ? [] : JsonNode.Parse(json)!.AsObject();
}
