using System.Text.Json;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>What a version says, line by line, read from its canonical form.</summary>
public static class VersionWords
{
    /// <summary>Names and contents of what a version fixes, in the order editors read.</summary>
    public static IReadOnlyList<(string Name, string Text)> Of(Submissions.Version version)
    {
        using var canonical = JsonDocument.Parse(version.Canonical);
        var parts = canonical.RootElement;
        var label = parts[7].GetString();
        return
        [
            ("标题", Text(parts[1])),
            ("正文", Text(parts[2])),
            ("链接", Text(parts[3])),
            ("约拍", Text(parts[4])),
            ("署名", string.Join(' ', parts[5].EnumerateArray().Select(Credit))),
            ("来源", Text(parts[6])),
            ("AI 标识", DeskWords.Of(label is null ? null : Enum.Parse<AiLabel>(label))),
            ("素材", string.Join("、", parts[0].EnumerateArray().Select(hash => Text(hash) is { Length: >= 8 } text ? text[..8] : "未传完"))),
        ];
    }

    /// <summary>Only what changed from one version to the next.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<Fragment> Runs)> Between(Submissions.Version before, Submissions.Version after) =>
    [
        .. Of(before).Zip(Of(after)).Where(pair => pair.First.Text != pair.Second.Text)
            .Select(pair => (pair.First.Name, TextDifference.Of(pair.First.Text, pair.Second.Text))),
    ];

    private static string Credit(JsonElement credit) =>
        $"{credit[0].GetString()}：{string.Join(' ', credit[1].EnumerateArray().Select(name => name.GetString()))}";

    private static string Text(JsonElement part) => part.GetString() ?? "";
}
