using Zhizhuxia.FunctionalTests.Jobs;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;
using Zhizhuxia.UnitTests.Mail;

namespace Zhizhuxia.FunctionalTests.Mail.Inbound;

/// <summary>What the reader's mail program shows together.</summary>
public sealed class LetterThreadTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Later_letters_follow_the_readers_mail_our_receipt_and_the_readers_reply()
    {
        await using var postroom = await Postroom.OpenAsync();
        var piece = await postroom.TakePieceAsync(Mails.Plain("湘江龙舟", "想约你们拍湘江的龙舟。", headers: ["Message-ID: <first@reader.example>"]));
        var receipt = await SentAsync(postroom);
        await postroom.TakeAsync(Mails.Plain("回复：您的投稿已收到", "在天元区拍的。", headers: [$"In-Reply-To: {receipt["Message-ID"]}", "Message-ID: <second@reader.example>"]));
        await postroom.ChangeAsync(piece.Id, row => row.Write(LetterKind.Adopted, null, row.CreatedAt, row.CreatedAt));

        var adopted = await SentAsync(postroom);

        Assert.Equal(("auto-replied", "<first@reader.example>"), (receipt["Auto-Submitted"], receipt["In-Reply-To"]));
        Assert.Equal(
            ("auto-generated", "<second@reader.example>", $"<first@reader.example> {receipt["Message-ID"]} <second@reader.example>"),
            (adopted["Auto-Submitted"], adopted["In-Reply-To"], adopted["References"]));
    }

    [Fact]
    public async Task A_letter_to_a_reader_who_wrote_no_mail_follows_nothing()
    {
        await using var outbox = await Outbox.OpenAsync();
        await outbox.WriteAsync(LetterKind.Adopted);
        await outbox.SendNextAsync();

        Assert.DoesNotContain(outbox.Read(0).Fields, field => field.Name is "In-Reply-To" or "References");
    }

    /// <summary>Sends the next letter and reads it from the folder, which is emptied.</summary>
    private static async Task<StrictMail> SentAsync(Postroom postroom)
    {
        Assert.True(await postroom.Newsroom.DoNextAsync(JobKind.SendMail, Ct));
        var file = Assert.Single(Directory.GetFiles(Path.Combine(postroom.Newsroom.Root, "mail"), "*.eml"));
        var mail = StrictMail.Read(await File.ReadAllBytesAsync(file, Ct));
        File.Delete(file);
        return mail;
    }
}
