using System.Net;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.FunctionalTests.Review;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Mail.Inbound;

/// <summary>收信台 as an editor uses it: the page's own forms, on mails that came in by the watched folder.</summary>
public sealed class InboxPageTests : IAsyncLifetime
{
    private const string Inbox = "/desk/inbox?tab=Unmatched";
    private PortalProcess _portal = null!;
    private DeskClient _wang = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalProcess.StartAsync(new Dictionary<string, string>(DeskClient.Settings) { ["Jobs:Run"] = "All" }, Ct);
        _wang = await DeskClient.SignInAsync(_portal, "王编辑", Ct, Role.Editor1);
    }

    public async ValueTask DisposeAsync()
    {
        _wang.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task A_mail_is_joined_to_a_number_and_another_is_made_a_piece_of_its_own()
    {
        var piece = await PieceOfAsync(await ArriveAsync("first", Mails.Plain("湘江龙舟", "想约你们拍湘江的龙舟。")));
        var reply = await ArriveAsync("second", Mails.Plain($"补 {piece.Number}", "在天元区拍的", from: "son@reader.example"));
        var lost = await ArriveAsync("third", Mails.Plain("回复：那件事", "好的，就这么办。", headers: ["In-Reply-To: <nobody@knows.example>"]));

        var page = await _wang.ReadAsync(Inbox, Ct);
        using var wrong = await PostAsync("Join", reply, ("number", "ZX000000-0000"));
        using var joined = await PostAsync("Join", reply, ("number", piece.Number!));
        using var made = await PostAsync("Make", lost);

        Assert.Contains($"value=\"{piece.Number}\"", page, StringComparison.Ordinal); // what it may belong to is filled in
        Assert.Contains(RefusalTexts.Of("number-unknown"), WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect], new[] { joined.StatusCode, made.StatusCode });
        Assert.Equal((InboundState.Joined, piece.Id, "王编辑"), await FindAsync(reply) is var one ? (one.State, one.SubmissionId, one.DecidedBy) : default);
        Assert.Equal(InboundState.Piece, (await FindAsync(lost)).State);
        Assert.Contains("已经新建稿件", await _wang.ReadAsync(made.Headers.Location!.ToString(), Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_is_read_again_in_another_charset_and_thrown_away()
    {
        var mail = await ArriveAsync("big5", $"From: a@b.example\r\nSubject: Re: x\r\nContent-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String([0xB7, 0x73, 0xBB, 0x44])}\r\n");

        using var again = await PostAsync("Again", mail, ("charset", "big5"));
        await Eventually.TrueAsync(async () => (await FindAsync(mail)).Facts?.Text == "新聞");
        using var discarded = await PostAsync("Discard", mail);

        Assert.Equal(InboundState.Discarded, (await FindAsync(mail)).State);
        Assert.Contains("已经丢弃", await _wang.ReadAsync(discarded.Headers.Location!.ToString(), Ct), StringComparison.Ordinal);
        Assert.Contains("新聞", WebUtility.HtmlDecode(await _wang.ReadAsync("/desk/inbox?tab=All", Ct)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_piece_made_of_a_garbled_mail_is_written_anew_from_its_page()
    {
        var mail = await ArriveAsync("garbled", $"From: a@b.example\r\nSubject: garbled\r\nContent-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String([0xB7, 0x73, 0xBB, 0x44])}\r\n");
        var piece = await PieceOfAsync(mail);
        var before = await _wang.ReadAsync($"/desk/pieces/{piece.Id}", Ct);

        using var reread = await _wang.PostAsync($"/desk/pieces/{piece.Id}", $"/desk/inbox?handler=Reread&mail={mail.Id}&tab=All", Ct, ("charset", "big5"));

        Assert.Contains("换编码重读", before, StringComparison.Ordinal);
        Assert.Equal($"/desk/pieces/{piece.Id}", reread.Headers.Location!.ToString());
        Assert.Contains("新聞", WebUtility.HtmlDecode(await _wang.ReadAsync($"/desk/pieces/{piece.Id}", Ct)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bounce_says_why_in_plain_words()
    {
        await ArriveAsync("bounce", "From: MAILER-DAEMON@mx.example\r\nReturn-Path: <>\r\nSubject: Undelivered\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\nStatus: 5.2.2\r\nDiagnostic-Code: smtp; 552 mailbox over quota\r\n--b--\r\n");

        var page = WebUtility.HtmlDecode(await _wang.ReadAsync("/desk/inbox?tab=Bounce", Ct));

        Assert.Contains("对方的邮箱满了", page, StringComparison.Ordinal);
        Assert.Contains("552 mailbox over quota", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_on_the_desk_sees_that_no_mail_comes_in()
    {
        await using (var db = _portal.Data.OpenDb())
        {
            db.Add(new MailboxRecord { Mailbox = "imap:paper@mail.example", FailingSince = TimeProvider.System.GetUtcNow(), LoginRefused = true });
            await db.SaveChangesAsync(Ct);
        }

        Assert.Contains("收不到来信", await _wang.ReadAsync("/desk", Ct), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> PostAsync(string handler, InboundMail mail, params (string Name, string Value)[] fields) =>
        _wang.PostAsync(Inbox, $"/desk/inbox?handler={handler}&mail={mail.Id}&tab=Unmatched", Ct, fields);

    /// <summary>Drops a mail into the folder, as a person does, and waits until it has been read.</summary>
    private async Task<InboundMail> ArriveAsync(string name, string mail)
    {
        var folder = Path.Combine(_portal.DataFolder, "mail-in");
        await Eventually.TrueAsync(() => Task.FromResult(Directory.Exists(folder)));
        await using var db = _portal.Data.OpenDb();
        var known = await db.InboundMails.Select(row => row.Id).ToListAsync(Ct);
        await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.part"), mail, Ct);
        File.Move(Path.Combine(folder, $"{name}.part"), Path.Combine(folder, $"{name}.eml"));
        InboundMail? arrived = null;
        await Eventually.TrueAsync(async () => (arrived = await db.InboundMails.AsNoTracking().SingleOrDefaultAsync(row => !known.Contains(row.Id) && row.State != InboundState.Stored, Ct)) is not null);
        return arrived!;
    }

    private async Task<InboundMail> FindAsync(InboundMail mail)
    {
        await using var db = _portal.Data.OpenDb();
        return await db.InboundMails.AsNoTracking().SingleAsync(row => row.Id == mail.Id, Ct);
    }

    private async Task<Submission> PieceOfAsync(InboundMail mail)
    {
        await using var db = _portal.Data.OpenDb();
        return await db.Submissions.AsNoTracking().SingleAsync(row => row.Id == mail.SubmissionId, Ct);
    }
}
