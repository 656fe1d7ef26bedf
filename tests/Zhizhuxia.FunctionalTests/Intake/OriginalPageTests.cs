using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.FunctionalTests.Account;
using Zhizhuxia.FunctionalTests.Review;
using Zhizhuxia.FunctionalTests.Uploads;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>原片 of a link, through the pages and the real letter: asked for, brought by the one-time link, back at 初审.</summary>
public sealed partial class OriginalPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_letters_link_leads_to_the_uploader_and_the_film_joins_the_piece()
    {
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string>(DeskClient.Settings) { ["Jobs:Run"] = "All" }, Ct);
        using var wang = await DeskClient.SignInAsync(portal, "王编辑", Ct, Role.Editor1);
        using var reader = new FormClient(portal);
        using var partner = portal.Client();
        var piece = await HandInAsync(portal, partner);
        await AskAsync(wang, piece);
        await using var db = portal.Data.OpenDb();
        db.Add(new AwaitedFile { Id = Guid.CreateVersion7(), SubmissionId = piece, Name = "超大附件.mov", CreatedAt = TimeProvider.System.GetUtcNow() });
        await db.SaveChangesAsync(Ct);
        var code = await LetterLinkAsync(portal);
        var film = TusClient.Bytes(5000, 1);

        var opened = WebUtility.HtmlDecode((await reader.PostAsync("/original", new() { ["Receipt"] = code })).Html);
        using var empty = new MultipartFormDataContent
        {
            { new StringContent(await reader.TokenAsync("/original")), "__RequestVerificationToken" }, { new StringContent(code), "Receipt" },
            { new StringContent($"{Guid.CreateVersion7()}"), "draft" },
        };
        var without = WebUtility.HtmlDecode((await reader.SendAsync("/original?handler=Answer", empty)).Html);
        var sent = WebUtility.HtmlDecode((await FilmForms.SendAsync(
            reader, "/original?handler=Answer", "/original", [("Receipt", code), ("draft", $"{Guid.CreateVersion7()}")], "原片.mov", film)).Html);
        var again = WebUtility.HtmlDecode((await reader.PostAsync("/original", new() { ["Receipt"] = code })).Html);

        Assert.Contains("data-uploads", opened, StringComparison.Ordinal);
        Assert.DoesNotContain("撤回", opened, StringComparison.Ordinal); // just the uploader
        Assert.DoesNotContain("answerText", opened, StringComparison.Ordinal);
        Assert.Contains(RefusalTexts.Of("original-not-chosen"), without, StringComparison.Ordinal);
        Assert.Contains("原片收到了", sent, StringComparison.Ordinal);
        Assert.Contains(RefusalTexts.Of("answer-link-dead"), again, StringComparison.Ordinal);
        var back = (await db.LoadAsync(piece, Ct))!;
        Assert.Equal((State.Review1, Verb.AnswerWithMaterial), (back.State, back.History[^1].Verb));
        Assert.Equal(("原片.mov", TusClient.Sha256(film)), (back.Assets.Single().FileName, back.Assets.Single().Sha256));
        Assert.True(await db.AwaitedFiles.AllAsync(file => file.DoneAt != null, Ct));
    }

    [Fact]
    public async Task A_receipt_code_opens_it_only_while_the_original_is_asked_for()
    {
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Jobs:Run"] = "None" }, Ct);
        using var reader = new FormClient(portal);
        using var client = portal.Client();
        var receipt = (await LinkCalls.ExpectAsync(client, 202, Forms.Link(), Guid.NewGuid().ToString("N"))).GetProperty("receipt").GetString()!;

        var page = await reader.PostAsync("/original", new() { ["Receipt"] = receipt });
        var cut = await reader.PostAsync("/original", new() { ["Receipt"] = "half-of-what-the-letter-said" });

        Assert.Equal((RefusalTexts.Of("answer-link-dead"), RefusalTexts.Of("original-link-unknown")), (page.Refusal, cut.Refusal));
        Assert.DoesNotContain("回执码", cut.Refusal, StringComparison.Ordinal); // nobody has one here
    }

    private static async Task<Guid> HandInAsync(PortalProcess portal, HttpClient partner)
    {
        var number = (await LinkCalls.ExpectAsync(partner, 202, Forms.Link(), Guid.NewGuid().ToString("N"))).GetProperty("number").GetString();
        await using var db = portal.Data.OpenDb();
        return await db.Submissions.Where(piece => piece.Number == number).Select(piece => piece.Id).SingleAsync(Ct);
    }

    /// <summary>Claims the piece and sends what the form has ready, as it stands.</summary>
    private static async Task AskAsync(DeskClient wang, Guid piece)
    {
        var page = $"/desk/pieces/{piece}";
        using var claimed = await wang.PostAsync(page, $"{page}?handler=Claim", Ct);
        var form = WebUtility.HtmlDecode(await wang.ReadAsync($"{page}/decide/Ask", Ct));
        var ticked = Assert.Single(TickedItem().Matches(form));
        Assert.Equal(nameof(RequestItem.Original), ticked.Groups[1].Value);
        (string, string)[] ready = [("Form.Items", ticked.Groups[1].Value), ("Form.Comment", Comment().Match(form).Groups[1].Value), ("Form.Due", DueDay().Match(form).Groups[1].Value)];
        using var preview = await wang.PostAsync(page, $"{page}/decide/Ask", Ct, [.. ready, ("Form.Seen", SeenMark().Match(form).Groups[1].Value)]);
        var letter = WebUtility.HtmlDecode(await preview.Content.ReadAsStringAsync(Ct));
        Assert.Contains("手机或电脑里的原片", letter, StringComparison.Ordinal);
        using var asked = await wang.PostAsync(page, $"{page}/decide/Ask", Ct,
            [.. ready, ("Form.Seen", SeenMark().Match(form).Groups[1].Value), ("Form.Shown", "true"), ("Form.Subject", "请补原片"), ("Form.Body", LetterBody().Match(letter).Groups[1].Value)]);
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
    }

    /// <summary>What stands behind # in the letter that was written.</summary>
    private static async Task<string> LetterLinkAsync(PortalProcess portal)
    {
        var link = "";
        await Eventually.TrueAsync(async () =>
        {
            var outgoing = Path.Combine(portal.DataFolder, "mail");
            foreach (var file in Directory.Exists(outgoing) ? Directory.GetFiles(outgoing, "*.eml") : [])
                link = Link().Match(UnitTests.Mail.StrictMail.Read(await File.ReadAllBytesAsync(file, Ct)).Parts()[0].Text()) is { Success: true } found ? found.Groups[1].Value : link;
            return link.Length > 0;
        });
        return link;
    }

    [GeneratedRegex(@"/original#([\w-]{43})")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"Form.Items\" value=\"(\\w+)\" checked")]
    private static partial Regex TickedItem();

    [GeneratedRegex("name=\"Form.Comment\"[^>]*>([^<]+)<")]
    private static partial Regex Comment();

    [GeneratedRegex("name=\"Form.Due\"[^>]*value=\"([0-9-]+)\"", RegexOptions.Singleline)]
    private static partial Regex DueDay();

    [GeneratedRegex("name=\"Form.Seen\" value=\"([^\"]+)\"")]
    private static partial Regex SeenMark();

    [GeneratedRegex("name=\"Form.Body\"[^>]*>([^<]+)<")]
    private static partial Regex LetterBody();
}
