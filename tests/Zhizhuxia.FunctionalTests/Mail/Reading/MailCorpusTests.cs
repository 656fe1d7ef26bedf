using Microsoft.Extensions.Options;
using Zhizhuxia.Mail;
using Zhizhuxia.Mail.Reading;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Mail.Reading;

/// <summary>Every row of the indexes: what the mail is, who wrote it, what hangs on it, and the sentence under "must".</summary>
[NoDatabase]
public sealed class MailCorpusTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    /// <summary>Where the other reader is known to be wrong: it says so in "must".</summary>
    private static readonly string[] _othersWrongNames = ["ma011", "ma024", "ma025", "ma032", "ma033", "as18", "as19"];

    private static readonly string[] _othersWrongSubjects = ["ma014", "ma019", "as05"];

    /// <summary>The sentences under "must" that can be looked at, one by one.</summary>
    private static readonly Dictionary<string, Func<MailReading, bool>> _musts = new()
    {
        ["ma001"] = mail => mail.Parts is [{ Type: "image/jpeg", Video: false }],
        ["ma004"] = mail => mail.Text == "Здравствуйте\uFFFD",
        ["ma005"] = mail => mail.Subject is null,
        ["ma006"] = mail => mail.Text.StartsWith("Simple, unadorned", StringComparison.Ordinal) && !mail.Text.Contains('<', StringComparison.Ordinal),
        ["ma007"] = mail => mail.Warnings.Contains("empty:response.json"),
        ["ma008"] = mail => mail.From is null && mail.Warnings.Contains("no-receipt:no-sender"),
        ["ma011"] = mail => mail.Parts[0].Name is var name && name.StartsWith("01 Quien Te Dij", StringComparison.Ordinal) && name.EndsWith("t. Pitbull.mp3", StringComparison.Ordinal),
        ["ma012"] = mail => mail.Warnings.Contains("forwarded") && mail.Parts[0].Name == "broken.pdf",
        ["ma014"] = mail => mail.Text.Length > 0,
        ["ma016"] = mail => mail.Text.StartsWith("你好！我公司可代开", StringComparison.Ordinal) && mail.Charsets.Any(decision => decision is { Where: "text", Declared: "GB2312", Used: "utf-8" }),
        ["ma018"] = mail => mail.Subject!.StartsWith("讀取", StringComparison.Ordinal) && mail.From!.Name == "梁祐晟",
        ["ma019"] = mail => mail.Parts is [{ Name: "photo.JPG", Type: "image/jpeg" }] && mail.Text.StartsWith("Hello", StringComparison.Ordinal),
        ["ma024"] = mail => mail.Parts[0].Name == "Maßn'ah'men Okt. 2020.html",
        ["ma025"] = mail => mail.Parts[0].Name is "Maßnahmen Okt. 2020.html" or "Maßnahmen Okt. 2020.ignored.html",
        ["ma028"] = mail => mail.Warnings.Contains("damaged:some.doc"),
        ["ma029"] = mail => !mail.Text.Contains('\0', StringComparison.Ordinal),
        ["ma030"] = mail => mail.Text == "※ アマゾン 配送部",
        ["ma031"] = mail => mail.Text.Contains("Good evening.", StringComparison.Ordinal) && mail.Text.Contains("The footer", StringComparison.Ordinal),
        ["ma032"] = mail => mail.Parts[0].Name == "3d-compress.gif",
        ["ma033"] = mail => mail.Parts[0].Name == "whoa",
        ["ma034"] = mail => mail.Warnings.Contains("uuencoded") && mail.Parts.Count > 0,
        ["as05"] = mail => mail.Subject == "镕基路㙍村" && mail.Text.Contains('㙍', StringComparison.Ordinal),
        ["as07"] = mail => mail.Parts[0].Name == "附件1.mov",
        ["as09"] = mail => mail.Text == "fake" && mail.Warnings.Contains("not-a-video:clip.mp4"),
        ["as10"] = mail => mail.Parts[0].Truncated && mail.Warnings.Contains("truncated:cut.mp4"),
        ["as11"] = mail => mail.Parts[0].Name == "clip.mov" && mail.Text == "see below",
        ["as12"] = mail => mail.Warnings.Contains("archive:clips.zip"),
        ["as13"] = mail => mail.Parts is [{ Name: "CLIP.MKV" }],
        ["as14"] = mail => mail.Links.Count == 2 && mail.Links[0].Code == "k3d9" && mail.Links[1].Key == "douyin:iExampleA",
        ["as18"] = mail => mail.Parts[0].Name == "evil.mp4",
        ["as19"] = mail => mail.Parts[0].Name == "passwd",
    };

    [Fact]
    public async Task Every_row_of_the_index_is_read_right()
    {
        Assert.SkipUnless(MailCorpus.IsThere, "../shared/corpus/mail is not there");
        var wrong = new List<string>();
        foreach (var row in MailCorpus.Rows)
            wrong.AddRange(Wrong(row, await ReadAsync(row.Path)).Select(what => $"{row.Id}: {what}"));

        TestContext.Current.TestOutputHelper!.WriteLine($"{MailCorpus.Rows.Count} rows, {_musts.Count} sentences");
        Assert.Empty(wrong);
        Assert.True(MailCorpus.Rows.Count >= 57 && _musts.Keys.All(id => MailCorpus.Rows.Any(row => row.Id == id)));
    }

    [Fact]
    public async Task The_same_mail_delivered_twice_is_known_by_its_message_id_and_its_film()
    {
        Assert.SkipUnless(MailCorpus.IsThere, "../shared/corpus/mail is not there");
        var first = await ReadAsync(MailCorpus.Rows.Single(row => row.Id == "as16").Path);
        var second = await ReadAsync(MailCorpus.Rows.Single(row => row.Id == "as17").Path);

        Assert.Equal((first.MessageId, first.Date, first.From, first.Parts[0].Sha256), (second.MessageId, second.Date, second.From, second.Parts[0].Sha256));
    }

    private static IEnumerable<string> Wrong(MailCorpusRow row, MailReading mail)
    {
        var isPiece = mail.Kind is MailKind.New or MailKind.Reply;
        if (mail.SetAside is not null || isPiece != row.Wanted is not "not_submission")
            yield return $"{mail.Kind} {mail.SetAside}, wanted {row.Wanted}";
        if (!_othersWrongSubjects.Contains(row.Id) && (mail.Subject ?? "") != (row.Subject ?? "").Trim())
            yield return $"subject {mail.Subject}, not {row.Subject}";
        if (row.From is { Length: > 0 } from && mail.From?.ToString() != from)
            yield return $"from {mail.From}, not {from}";
        if (row.Wanted is not "duplicate" && row.Videos is { } videos && mail.Parts.Count(part => part.Video) != videos)
            yield return $"{mail.Parts.Count(part => part.Video)} films, not {videos}";
        foreach (var (size, name) in row.Attachments)
        {
            // Where bytes were lost within base64, readers may differ about the last group.
            if (!mail.Parts.Any(part => Math.Abs(part.Size - size) <= (mail.Warnings.Contains($"damaged:{part.Name}") ? 2 : 0) && (name is null || part.Name == name || _othersWrongNames.Contains(row.Id))))
                yield return $"no part {name} of {size} bytes, but {string.Join(", ", mail.Parts.Select(part => $"{part.Name} {part.Size}"))}";
        }
        if (mail.Parts.Any(part => part.Name.AsSpan().IndexOfAny('/', '\\') >= 0))
            yield return "a name is a path";
        if (_musts.TryGetValue(row.Id, out var must) && !must(mail))
            yield return $"the sentence under must: {string.Join(", ", mail.Parts)} {string.Join(", ", mail.Warnings)} {mail.Text}";
    }

    private static async Task<MailReading> ReadAsync(string path)
    {
        await using var file = File.OpenRead(path);
        return await new ReadMessage(Options.Create(new MailOptions())).RunAsync(file, (_, _, _, _) => Task.CompletedTask, Ct);
    }
}
