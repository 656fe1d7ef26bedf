using System.Text.Json;
using Zhizhuxia.FunctionalTests.Media;

namespace Zhizhuxia.FunctionalTests.Mail.Reading;

/// <summary>The real and self-made mails beside the repository, <c>../shared/corpus/mail</c>, with their indexes.</summary>
public static class MailCorpus
{
    public static string Folder { get; } = Corpus.IsThere ? Path.Combine(Path.GetDirectoryName(Corpus.Folder)!, "mail") : "";

    public static bool IsThere => File.Exists(Path.Combine(Folder, "expected.json"));

    public static IReadOnlyList<MailCorpusRow> Rows { get; } =
        IsThere ? [.. Read("expected.json", "", "class"), .. Read(Path.Combine("selfmade", "expected-selfmade.json"), "selfmade", "expect")] : [];

    private static IEnumerable<MailCorpusRow> Read(string index, string folder, string wanted) =>
        JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(Folder, index))).EnumerateArray().Select(row => new MailCorpusRow(
            Path.Combine(Folder, folder, Text(row, "file")!), Text(row, "file")![..5].TrimEnd('-'), Text(row, wanted)!,
            row.TryGetProperty("videos", out var videos) ? videos.GetInt32() : null, row.GetProperty("mimekit_4_17_says")));

    private static string? Text(JsonElement row, string name) => row.GetProperty(name).GetString();
}

/// <param name="Id">ma001, as01 and so on.</param>
/// <param name="Wanted">submission, not_submission and the like.</param>
/// <param name="Videos">Films that must be found; null where the index does not say.</param>
/// <param name="Other">What another reader makes of it, for comparison.</param>
public sealed record MailCorpusRow(string Path, string Id, string Wanted, int? Videos, JsonElement Other)
{
    public string? Subject => Value("subject");

    public string? From => Value("from");

    /// <summary>Bytes and name of what the other reader calls an attachment, or what has a name.</summary>
    public IEnumerable<(long Size, string? Name)> Attachments =>
        from part in Other.TryGetProperty("with_content", out var parts) ? parts.EnumerateArray() : []
        let name = part.GetProperty("name").GetString()
        where part.GetProperty("is_attachment").GetBoolean() || name is not null
        select (part.GetProperty("bytes").GetInt64(), name);

    private string? Value(string name) => Other.TryGetProperty(name, out var value) ? value.GetString() : null;
}
