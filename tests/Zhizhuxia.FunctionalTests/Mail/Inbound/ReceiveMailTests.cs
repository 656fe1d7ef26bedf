using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Assets;
using Zhizhuxia.FunctionalTests.Jobs;
using Zhizhuxia.FunctionalTests.Uploads;
using Zhizhuxia.Jobs;
using Zhizhuxia.Mail;
using Zhizhuxia.Submissions;
using Zhizhuxia.UnitTests.Mail;

namespace Zhizhuxia.FunctionalTests.Mail.Inbound;

/// <summary>A mail becomes a piece, in one commit, once.</summary>
public sealed class ReceiveMailTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_film_by_mail_is_a_piece_with_its_file_its_clock_and_its_receipt()
    {
        await using var postroom = await Postroom.OpenAsync();
        var film = Mails.Film(300_000, 1);

        var piece = await postroom.TakePieceAsync(Mails.WithFilm("转发：湘江龙舟", "端午节在湘江拍的，看看能不能用。", film, headers: ["Message-ID: <first@reader.example>"]));

        Assert.Equal((SubmissionKind.Film, Channel.Mail, State.Review1, "湘江龙舟"), (piece.Kind, piece.Channel, piece.State, piece.Title));
        Assert.Equal(("林先生", Mails.Lin, "端午节在湘江拍的，看看能不能用。"), (piece.Contact!.Name, piece.Contact.Email, piece.Text));
        var asset = Assert.Single(piece.Assets);
        Assert.Equal(("龙舟.mp4", AssetState.Inspecting, true, TusClient.Sha256(film)), (asset.FileName, asset.State, asset.Stored, asset.Sha256));
        Assert.Equal(film, await File.ReadAllBytesAsync(Path.Combine(postroom.Newsroom.Root, "blobs", "originals", asset.Id.ToString("N")), Ct));
        Assert.InRange(piece.CreatedAt - piece.SubmittedAt!.Value, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(62)); // the clock of its Date
        Assert.Equal(Verb.Receive, Assert.Single(piece.History).Verb);
        Assert.Equal("<first@reader.example>", Assert.Single(piece.Letters).InReplyTo);
        await using var db = postroom.OpenDb();
        Assert.Equal(1, await db.Jobs.CountAsync(job => job.AssetId == asset.Id && job.Kind == JobKind.InspectAsset, Ct));
    }

    [Fact]
    public async Task A_share_text_is_a_link_and_mere_words_are_a_proposal()
    {
        await using var postroom = await Postroom.OpenAsync();

        var link = await postroom.TakePieceAsync(Mails.Plain("看看这个", "3.51 复制打开抖音，看看【湘江】 https://v.douyin.com/iRNBho6u/ 复制此链接"));
        var words = await postroom.TakePieceAsync(Mails.Plain("", "想拍老街最后一家打铁铺，周末上午师傅都在。"));

        Assert.Equal((SubmissionKind.Link, "https://v.douyin.com/iRNBho6u/"), (link.Kind, Assert.Single(link.Links).Url));
        Assert.Contains("复制打开抖音", link.LinkText!, StringComparison.Ordinal);
        Assert.Equal((SubmissionKind.Proposal, "想拍老街最后一家打铁铺，周末上午师傅都在。"), (words.Kind, words.ProposalText));
        Assert.Equal("想拍老街最后一家打铁铺，周末上午师傅都在。", words.Title);
    }

    [Fact]
    public async Task A_large_attachment_is_awaited_with_its_deadline()
    {
        await using var postroom = await Postroom.OpenAsync();

        var piece = await postroom.TakePieceAsync(Mails.Plain("视频", """
            从QQ邮箱发来的超大附件

            龙舟.mp4 (128.03M, 2036年11月27日 21:59 到期)
            进入下载页面：http://mail.qq.com/cgi-bin/ftnExs_download?k=abc&t=exs_ftn_download&code=d1e2
            """));

        var file = Assert.Single(piece.AwaitedFiles);
        Assert.Equal((SubmissionKind.Film, "龙舟.mp4", "128.03M", Beijing.At(new(2036, 11, 27, 21, 59, 0))), (piece.Kind, file.Name, file.Size, file.Expires));
        Assert.Empty(piece.Links);
        await postroom.Newsroom.DoNextAsync(JobKind.SendMail, Ct);
        Assert.Contains("信里的“龙舟.mp4”我们没有收到完整的文件", (await postroom.PieceAsync(piece.Id)).Letters.Single().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clock_never_begins_later_than_the_receipt_nor_at_a_broken_clocks_date()
    {
        await using var postroom = await Postroom.OpenAsync();

        var ahead = await postroom.TakePieceAsync(Mails.Plain("投稿一", "想拍老街的打铁铺", headers: ["Date: Fri, 1 Jan 2038 00:00:00 +0800"]));
        var behind = await postroom.TakePieceAsync(Mails.Plain("投稿二", "想拍老街的打铁铺", headers: ["Date: Thu, 1 Jan 1998 00:00:00 +0800"]));

        Assert.All([ahead, behind], piece => Assert.InRange((piece.CreatedAt - piece.SubmittedAt!.Value).TotalMinutes, 0, 1));
    }

    [Fact]
    public async Task A_mail_cut_off_at_every_step_becomes_one_piece_with_its_films()
    {
        await using var postroom = await Postroom.OpenAsync(JobsByHand.MakeMortal);
        var film = Mails.Film(5000, 2);
        await postroom.DropAsync("a.eml", Mails.WithFilm("龙舟", "湘江边拍的龙舟", film));
        await postroom.LookAsync();
        var death = postroom.Newsroom.Death();

        for (var seam = 0; ; seam++)
        {
            death.Await(seam);
            if (await postroom.Newsroom.DoNextAsync(JobKind.ReadMail, Ct))
                break;
            Assert.True(seam < 10);
        }

        await using var db = postroom.OpenDb();
        var piece = await db.Aggregate().SingleAsync(Ct);
        Assert.Equal(TusClient.Sha256(film), Assert.Single(piece.Assets).Sha256);
        Assert.Equal(1, await db.Letters.CountAsync(Ct));
        Assert.Single(Directory.EnumerateFiles(Path.Combine(postroom.Newsroom.Root, "blobs", "originals")));
    }

    [Fact]
    public async Task A_job_that_runs_twice_makes_one_piece()
    {
        await using var postroom = await Postroom.OpenAsync();
        var mail = await postroom.TakeAsync(Mails.WithFilm("龙舟", "湘江边拍的龙舟", Mails.Film(5000, 3)));
        await using (var db = postroom.OpenDb())
        {
            db.Add(Job.ForMail(mail.Id, mail.ReceivedAt));
            await db.SaveChangesAsync(Ct);
        }

        Assert.True(await postroom.Newsroom.DoNextAsync(JobKind.ReadMail, Ct));

        await using var after = postroom.OpenDb();
        Assert.Equal((1, 1, 1), (await after.Submissions.CountAsync(Ct), await after.Assets.CountAsync(Ct), await after.Letters.CountAsync(Ct)));
    }

    [Fact]
    public async Task Three_receipts_a_day_are_enough_for_one_address()
    {
        await using var postroom = await Postroom.OpenAsync();

        var letters = new List<int>();
        for (var number = 0; number < 5; number++)
            letters.Add((await postroom.TakePieceAsync(Mails.Plain($"我不在办公室 {number}", "有事请打电话，谢谢。", from: number % 2 == 0 ? Mails.Lin : Mails.Lin.ToUpperInvariant()))).Letters.Count);

        Assert.Equal([1, 1, 1, 0, 0], letters);
    }

    [Theory]
    [InlineData("Subject: x\r\nAuto-Submitted: auto-replied", InboundState.Ignored)]
    [InlineData("Subject: x\r\nList-Id: <a.example>", InboundState.Ignored)]
    [InlineData("Content-Type: multipart/report; report-type=delivery-status; boundary=x", InboundState.Bounce)]
    public async Task A_machines_mail_is_no_piece(string headers, InboundState state)
    {
        await using var postroom = await Postroom.OpenAsync();

        var mail = await postroom.TakeAsync($"From: a@b.example\r\nDate: Fri, 27 Nov 2026 10:00:00 +0800\r\n{headers}\r\n\r\nx");

        Assert.Equal((state, null), (mail.State, mail.SubmissionId));
        await using var db = postroom.OpenDb();
        Assert.Equal(0, await db.Submissions.CountAsync(Ct));
    }

    [Fact]
    public async Task What_cannot_be_read_is_set_aside_and_the_next_mail_goes_on()
    {
        await using var postroom = await Postroom.OpenAsync();

        var broken = await postroom.TakeAsync("this is no mail at all");
        var piece = await postroom.TakePieceAsync(Mails.Plain("投稿", "想拍老街的打铁铺"));

        Assert.Equal((InboundState.SetAside, "no-header"), (broken.State, broken.Cause));
        Assert.NotNull(piece.Number);
    }

    [Fact]
    public async Task A_receipt_goes_to_nobody_who_must_not_be_answered()
    {
        await using var postroom = await Postroom.OpenAsync();

        var suppressed = await postroom.TakePieceAsync(Mails.Plain("投稿", "想拍老街的打铁铺", headers: ["X-Auto-Response-Suppress: All"]));
        var then = TimeProvider.System.GetUtcNow().AddDays(-9);
        var old = await postroom.TakePieceAsync(Mails.Plain("投稿", "想拍老街的打铁铺", headers: [$"Received: from a.example by b.example; {then:R}", $"Date: {then:R}"]));
        var nobody = await postroom.TakePieceAsync("From: nobody\r\nSubject: clip\r\n\r\nhello there");

        Assert.All([suppressed, old, nobody], piece => Assert.Empty(piece.Letters));
    }

    [Fact]
    public async Task A_date_that_no_way_explains_neither_jumps_the_queue_nor_loses_the_receipt()
    {
        await using var postroom = await Postroom.OpenAsync();
        var now = TimeProvider.System.GetUtcNow();
        var piece = await postroom.TakePieceAsync(Mails.Plain("投稿", "想拍老街的打铁铺", headers: [$"Date: {now.AddDays(-27):R}"]));

        Assert.True(piece.SubmittedAt >= now.AddMinutes(-1));
        Assert.Single(piece.Letters);
    }

    [Fact]
    public async Task The_receipt_answers_the_mail_and_carries_the_link_to_complete_it()
    {
        await using var postroom = await Postroom.OpenAsync(null, ("Mail:PublicAddress", "https://zzx.example"));
        await postroom.TakePieceAsync(Mails.Plain("投稿", "想拍老街的打铁铺", headers: ["Message-ID: <first@reader.example>"]));

        Assert.True(await postroom.Newsroom.DoNextAsync(JobKind.SendMail, Ct));

        var letter = StrictMail.Read(await File.ReadAllBytesAsync(Assert.Single(Directory.EnumerateFiles(Path.Combine(postroom.Newsroom.Root, "mail"))), Ct));
        Assert.Equal(("<first@reader.example>", "auto-replied"), (letter["In-Reply-To"], letter["Auto-Submitted"]));
        Assert.True(postroom.Newsroom.Services.GetRequiredService<OwnMessageId>().IsOwn(letter["Message-ID"]));
        Assert.Matches(@"https://zzx\.example/complete#[\w-]{43}\r\n", letter.Parts()[0].Text());
        Assert.Contains("林先生，您好：", letter.Parts()[0].Text(), StringComparison.Ordinal);
    }
}
