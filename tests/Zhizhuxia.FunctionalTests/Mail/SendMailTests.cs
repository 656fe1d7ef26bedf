using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Zhizhuxia.Jobs;
using Zhizhuxia.Mail;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Mail;

public sealed class SendMailTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task A_letter_becomes_one_file_and_its_row_keeps_the_words()
    {
        await using var outbox = await Outbox.OpenAsync();
        var id = await outbox.WriteAsync(LetterKind.Received);

        Assert.True(await outbox.SendNextAsync());

        Assert.Single(outbox.Files);
        var mail = outbox.Read(0);
        Assert.Equal("li@example.org", mail["To"]);
        Assert.Matches(@"^【知株侠 ZX261122-\d+】您的投稿《湘江的早晨》已收到$", mail["Subject"]);
        Assert.Matches($@"^<zzx\.{id:N}\.[0-9a-f]{{20}}@newsroom\.invalid>$", mail["Message-ID"]);
        var letter = await outbox.FindAsync(id);
        Assert.Equal((LetterState.Sent, mail["Subject"]), (letter.State, letter.Subject));
        Assert.Equal(letter.Body!.ReplaceLineEndings("\r\n"), mail.Parts()[0].Text());
        Assert.NotNull(letter.SentAt);
    }

    [Fact]
    public async Task A_letter_sent_is_not_sent_again_by_a_second_job()
    {
        await using var outbox = await Outbox.OpenAsync();
        var id = await outbox.WriteAsync(LetterKind.Received);
        await outbox.SendNextAsync();
        var sent = (await outbox.FindAsync(id)).SentAt;
        File.Delete(Assert.Single(outbox.Files));
        await using (var db = outbox.OpenDb())
        {
            db.Jobs.Add(Job.ForLetter((await outbox.FindAsync(id)).SubmissionId, id, Outbox.Now, Outbox.Now));
            await db.SaveChangesAsync(Ct);
        }

        Assert.True(await outbox.SendNextAsync());

        Assert.Empty(outbox.Files);
        Assert.Equal(sent, (await outbox.FindAsync(id)).SentAt);
    }

    [Fact]
    public async Task A_stop_between_folder_and_row_does_not_double_the_mail()
    {
        await using var outbox = await Outbox.OpenAsync(
            services => services.AddSingleton<IMailTransport, DiesAfterwards>(), ("Jobs:FirstBackOff", "00:00:00.001"));
        var id = await outbox.WriteAsync(LetterKind.Received);

        Assert.True(await outbox.SendNextAsync());
        Assert.Equal(LetterState.Waiting, (await outbox.FindAsync(id)).State);
        while (!await outbox.SendNextAsync())
            await Task.Yield(); // the back-off of a millisecond

        Assert.Single(outbox.Files);
        Assert.Equal(LetterState.Sent, (await outbox.FindAsync(id)).State);
    }

    [Fact]
    public async Task A_stop_half_way_through_the_file_leaves_nothing_that_looks_like_a_mail()
    {
        await using var outbox = await Outbox.OpenAsync();
        var id = await outbox.WriteAsync(LetterKind.Received);
        await outbox.SendNextAsync();
        var whole = Assert.Single(outbox.Files);
        var bytes = await File.ReadAllBytesAsync(whole, Ct);
        File.Delete(whole);
        await File.WriteAllBytesAsync(whole + ".part", bytes[..100], Ct); // what a killed program leaves
        await using (var db = outbox.OpenDb())
        {
            var letter = await db.Letters.FindAsync([id], Ct);
            letter!.State = LetterState.Waiting;
            db.Jobs.Add(Job.ForLetter(letter.SubmissionId, id, Outbox.Now, Outbox.Now));
            await db.SaveChangesAsync(Ct);
        }

        await outbox.SendNextAsync();

        Assert.Equal([whole], outbox.Files);
        Assert.Equal(bytes.Length, (await File.ReadAllBytesAsync(whole, Ct)).Length);
    }

    [Fact]
    public async Task An_editors_words_go_as_they_are_with_the_readers_link_put_in_only_then()
    {
        await using var outbox = await Outbox.OpenAsync(null, ("Mail:PublicAddress", "https://zzx.example"));
        var id = await outbox.WriteAsync(
            LetterKind.PleaseComplete, new("请补\r\nBcc: x@evil.example", $"李翰，您好：\n请在这里补：{MailTexts.LinkMark}\n谢谢"));

        await outbox.SendNextAsync();

        var mail = outbox.Read(0);
        Assert.Equal("请补 Bcc: x@evil.example", mail["Subject"]);
        Assert.Matches(@"请在这里补：https://zzx\.example/status#[\w-]{43}\r\n谢谢", mail.Parts()[0].Text());
        Assert.Contains(MailTexts.LinkMark, (await outbox.FindAsync(id)).Body!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_letter_of_a_published_piece_carries_its_address()
    {
        await using var outbox = await Outbox.OpenAsync(null, ("Mail:PublicAddress", "https://zzx.example"));
        await outbox.WriteAsync(LetterKind.Published, with: piece => piece.ShortCode = "7K3M9Q");

        await outbox.SendNextAsync();

        Assert.Contains("href=\"https://zzx.example/v/7K3M9Q\"", outbox.Read(0).Parts()[1].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_forges_a_header_is_never_written_and_is_parked_with_its_cause()
    {
        await using var outbox = await Outbox.OpenAsync();
        var id = await outbox.WriteAsync(LetterKind.Received, to: "a@example.org\r\nBcc: b@example.org");

        await outbox.SendNextAsync();

        Assert.Empty(outbox.Files);
        await using var scope = outbox.Services.CreateAsyncScope();
        var row = await scope.ServiceProvider.GetRequiredService<LetterList>().FindAsync(id, Ct);
        Assert.Equal(("发不出去", "MailNotTakenException: mail-no-address"), (row!.Word(Outbox.Now), row.Error));
    }

    /// <summary>Hands the first mail over, then breaks as a program does that is killed before it can say so.</summary>
    private sealed class DiesAfterwards(IOptions<StorageOptions> options) : IMailTransport
    {
        private readonly FolderTransport _folder = new(options);
        private bool _died;

        public async Task SendAsync(OutgoingMail mail, CancellationToken ct)
        {
            await _folder.SendAsync(mail, ct);
            if (_died)
                return;
            _died = true;
            throw new IOException("killed");
        }
    }
}
