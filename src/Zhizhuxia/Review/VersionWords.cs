using System.Text.Json;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>What a version says, line by line, read from its canonical form.</summary>
public static class VersionWords
{
    /// <summary>Names and contents of what a version fixes, in the order editors read.</summary>
    /// <param name="files">Names of files by their SHA-256; a file that is not there any more is named by the beginning of its own.</param>
    public static IReadOnlyList<(string Name, string Text)> Of(Submissions.Version version, IReadOnlyDictionary<string, string> files)
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
            ("素材", string.Join("、", parts[0].EnumerateArray().Select(hash => FileOf(Text(hash), files)))),
        ];
    }

    /// <summary>Only what differs between two versions of a piece, given by their numbers.</summary>
    public static IReadOnlyList<VersionRow> Between(Submission piece, int from, int to)
    {
        var files = piece.Assets.Where(asset => asset.Sha256 is not null).GroupBy(asset => asset.Sha256!).ToDictionary(same => same.Key, same => same.First().FileName);
        return
        [
            .. Of(piece.Versions[from - 1], files).Zip(Of(piece.Versions[to - 1], files)).Where(pair => pair.First.Text != pair.Second.Text)
                .Select(pair => new VersionRow(pair.First.Name, pair.First.Text, pair.Second.Text, TextDifference.Of(pair.First.Text, pair.Second.Text))),
        ];
    }

    private static string FileOf(string hash, IReadOnlyDictionary<string, string> files) => hash.Length < 8 ? "未传完" : files.GetValueOrDefault(hash) ?? hash[..8];

    private static string Credit(JsonElement credit) =>
        $"{credit[0].GetString()}：{string.Join(' ', credit[1].EnumerateArray().Select(name => name.GetString()))}";

    private static string Text(JsonElement part) => part.GetString() ?? "";
}
