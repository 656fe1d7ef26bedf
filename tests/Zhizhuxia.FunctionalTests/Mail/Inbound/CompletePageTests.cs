using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.FunctionalTests.Account;
using Zhizhuxia.FunctionalTests.Intake;
using Zhizhuxia.FunctionalTests.Uploads;
using Zhizhuxia.Submissions;
using Zhizhuxia.UnitTests.Mail;

namespace Zhizhuxia.FunctionalTests.Mail.Inbound;

/// <summary>By mail from the watched folder to the confirmed piece, through the real program, its real receipt and its page.</summary>
public sealed partial class CompletePageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_receipts_link_leads_to_the_page_that_completes_the_piece_once()
    {
        await using var portal = await PortalProcess.StartAsync(null, Ct);
        using var reader = new FormClient(portal);
        var code = await MailAsync(portal, Mails.Plain("湘江龙舟", "视频在附件里。\n\n从QQ邮箱发来的超大附件\n\n龙舟.mp4 (128.03M, 2036年11月27日 21:59 到期)\n进入下载页面：http://mail.qq.com/cgi-bin/ftnExs_download?k=abc&t=exs_ftn_download&code=d1e2"));
        var original = TusClient.Bytes(5000, 1);

        var opened = WebUtility.HtmlDecode((await reader.PostAsync("/complete", new() { ["Receipt"] = code })).Html);
        using var words = new MultipartFormDataContent
        {
            { new StringContent(await reader.TokenAsync("/complete")), "__RequestVerificationToken" }, { new StringContent(code), "Receipt" },
            { new StringContent($"{Guid.CreateVersion7()}"), "draft" }, { new StringContent("片头"), "Form.AiWhere" },
        };
        var unready = await reader.SendAsync("/complete?handler=Done", words);
        var done = await FilmForms.SendAsync(reader, "/complete?handler=Done", "/complete", Filled(code), "原片.mov", original);
        var receipt = await FilmForms.ReceiptAsync(reader, done);
        var again = await reader.PostAsync("/complete", new() { ["Receipt"] = code });

        Assert.Contains("龙舟.mp4", opened, StringComparison.Ordinal);
        Assert.Contains("data-uploads", opened, StringComparison.Ordinal);
        Assert.Contains("还差", WebUtility.HtmlDecode(unready.Html), StringComparison.Ordinal);
        Assert.Contains("value=\"片头\"", WebUtility.HtmlDecode(unready.Html), StringComparison.Ordinal); // nothing typed is lost
        Assert.Contains(ConsentTexts.Of(ConsentKind.Licence), receipt, StringComparison.Ordinal);
        Assert.Equal(RefusalTexts.Of("complete-link-dead"), again.Refusal);
        await using var db = portal.Data.OpenDb();
        var piece = await db.Aggregate().SingleAsync(row => row.Channel == Channel.Mail, Ct);
        Assert.Equal([Verb.Receive, Verb.Supplement, Verb.Complete], piece.History.Select(step => step.Verb));
        Assert.Equal((State.Review1, Origin.Own, 3, "摄影:李女士"), (piece.State, piece.Declarations!.Origin, piece.Consents.Count, Credits.Print(piece.Credits)));
        Assert.Equal(TusClient.Sha256(original), Assert.Single(piece.Assets).Sha256);
        Assert.Equal((Mails.Lin, "13800001234"), (piece.Contact!.Email, piece.Contact.Mobile));
        Assert.NotNull((await db.AwaitedFiles.SingleAsync(Ct)).DoneAt);
    }

    [Fact]
    public async Task A_forged_code_and_another_pieces_receipt_open_nothing()
    {
        await using var portal = await PortalProcess.StartAsync(null, Ct);
        using var reader = new FormClient(portal);
        var code = await MailAsync(portal, Mails.Plain("投稿", "想约你们拍老街的打铁铺。"));

        var flipped = (code[^2] == 'A' ? 'B' : 'A').ToString();
        foreach (var wrong in new[] { code[..^2] + flipped + code[^1], "nobody's", "" })
            Assert.Equal(RefusalTexts.Of("complete-link-dead"), (await reader.PostAsync("/complete", new() { ["Receipt"] = wrong })).Refusal);
        Assert.Contains("确认并提交", WebUtility.HtmlDecode((await reader.PostAsync("/complete", new() { ["Receipt"] = code })).Html), StringComparison.Ordinal);
    }

    private static List<(string Name, string Value)> Filled(string code) =>
    [
        ("Receipt", code), ("draft", $"{Guid.CreateVersion7()}"), ("Form.Origin", "Own"), ("Form.AiUse", "No"), ("Form.People", "AllAgreed"), ("Form.Minors", "None"),
        ("Form.PublishedBefore", "No"), ("Form.CreditWish", "RealName"), ("Form.CreditName", "李女士"), ("Form.Name", "李女士"), ("Form.Mobile", "13800001234"),
        ("Form.Email", "somebody@else.example"), ("Form.Age", "Adult"), ("Form.AgreeLicence", "true"), ("Form.AgreeTruth", "true"), ("Form.AgreePrivacy", "true"),
    ];

    /// <summary>Drops the mail into the folder, as a person does, and waits for the receipt.</summary>
    private static async Task<string> MailAsync(PortalProcess portal, string mail)
    {
        var aside = Path.Combine(portal.DataFolder, "mail-in", "clip.part");
        await Eventually.TrueAsync(() => Task.FromResult(Directory.Exists(Path.GetDirectoryName(aside))));
        await File.WriteAllTextAsync(aside, mail, Ct);
        File.Move(aside, Path.ChangeExtension(aside, ".eml"));
        var code = "";
        await Eventually.TrueAsync(async () =>
        {
            var outgoing = Path.Combine(portal.DataFolder, "mail");
            foreach (var file in Directory.Exists(outgoing) ? Directory.GetFiles(outgoing, "*.eml") : [])
                code = Link().Match(StrictMail.Read(await File.ReadAllBytesAsync(file, Ct)).Parts()[0].Text()) is { Success: true } found ? found.Groups[1].Value : code;
            return code.Length > 0;
        });
        return code;
    }

    [GeneratedRegex(@"/complete#([\w-]{43})")]
    private static partial Regex Link();
}
