using System.Text.Json;
using Zhizhuxia.FunctionalTests.Media;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>Share texts that people really pasted, <c>../shared/corpus/links</c>.</summary>
[NoDatabase]
public sealed class LinkCorpusTests
{
    /// <summary>The index's words for what ours calls a page, a profile, a cloud disk.</summary>
    private static readonly Dictionary<string, LinkKind> _kinds = new()
    {
        ["video"] = LinkKind.Video, ["user_page"] = LinkKind.Profile, ["live"] = LinkKind.Live, ["netdisk"] = LinkKind.CloudDisk,
        ["note"] = LinkKind.Page, ["post"] = LinkKind.Page, ["short_link"] = LinkKind.Page, ["web"] = LinkKind.Page,
    };

    private static readonly JsonSerializerOptions _shape = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    [Fact]
    public void Every_row_is_read_as_the_index_says()
    {
        Assert.SkipUnless(Corpus.IsThere, "../shared/corpus is not there");
        var index = Path.Combine(Corpus.Folder, "..", "links", "links.json");
        Assert.SkipUnless(File.Exists(index), "../shared/corpus/links is not there");
        var rows = JsonSerializer.Deserialize<Row[]>(File.ReadAllText(index), _shape)!;

        var wrong = rows.Select(row => (row.Id, Said: Say(ShareText.Parse(row.Text), row), Wanted: Wanted(row))).Where(row => row.Said != row.Wanted)
            .Select(row => $"{row.Id}: {row.Said}, wanted {row.Wanted}").ToList();

        TestContext.Current.TestOutputHelper!.WriteLine($"{rows.Length - wrong.Count} of {rows.Length} rows right");
        Assert.Empty(wrong);
        Assert.True(rows.Length >= 35);
    }

    private static string Say(SharedText shared, Row row)
    {
        if (shared.Chosen is not { } chosen)
            return $"none, {(shared.Refused ? "refused" : "none")}";
        var urls = shared.Links.Select(link => link.Url).ToList();
        // Without a scheme either form is fine, and the index lists both.
        var said = row.Text.Contains("http", StringComparison.Ordinal) && !row.Note.Contains("no scheme", StringComparison.Ordinal) ? string.Join('|', urls)
            : string.Join('|', row.ExpectedUrls.Contains(urls[0]) ? row.ExpectedUrls : urls);
        return $"{said}, {chosen.Platform}, {chosen.Kind}, {Code(row, chosen)}";
    }

    private static string Wanted(Row row) => row.ExpectedUrls.Count == 0
        ? $"none, {row.Kind}"
        : $"{string.Join('|', row.ExpectedUrls)}, {row.Platform}, {_kinds[row.Kind]}, {(row.Note.Contains("code ", StringComparison.Ordinal) ? "the code" : "no code")}";

    private static string Code(Row row, SharedLink link)
    {
        if (link.Code is null)
            return "no code";
        return row.Note.Contains($"code {link.Code}", StringComparison.Ordinal) ? "the code" : $"code {link.Code}";
    }

    private sealed record Row(string Id, string Text, IReadOnlyList<string> ExpectedUrls, string Platform, string Kind, string Note);
}
