using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Zhizhuxia.Accounts;
using Zhizhuxia.Submissions;
using static Microsoft.Playwright.Assertions;

namespace Zhizhuxia.BrowserTests.Desk;

/// <summary>收信台 and 信的写法 in a real browser: from a file in the watched folder to the newspaper's own words.</summary>
public sealed class MailDeskTests : IAsyncLifetime
{
    private const string Editor = "初审小王";
    private const string Administrator = "周管理";
    private readonly Chromium _chromium = new();
    private PortalProcess _portal = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Accounts:SecondFactor"] = "Optional" }, Ct);
        await _portal.HireAsync(Editor, Ct, Role.Editor1);
        await _portal.HireAsync(Administrator, Ct, Role.Administrator);
        await _chromium.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task A_garbled_mail_is_read_again_and_made_a_piece_by_the_buttons_of_its_card()
    {
        await ArriveAsync($"From: 李 <li@reader.example>\r\nSubject: Re: hello\r\nContent-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String([0xB7, 0x73, 0xBB, 0x44])}\r\n");
        var page = await _chromium.SitDownAsync(_portal, Editor);

        await page.GotoAsync("/desk/inbox");
        await page.Locator("details.letter summary").ClickAsync();
        await page.GetByLabel("正文的编码").SelectOptionAsync("big5");
        await page.GetByRole(AriaRole.Button, new() { Name = "换编码重读" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("正在重新读取");
        await StateAsync(InboundState.Unmatched);
        await page.GotoAsync("/desk/inbox");
        await page.Locator("details.letter summary").ClickAsync();
        await Expect(page.Locator(".mail-text")).ToHaveTextAsync("新聞");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建稿件" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已经新建稿件");
        await using var db = _portal.Data.OpenDb();
        Assert.Equal("新聞", (await db.Submissions.SingleAsync(Ct)).Text);
    }

    [Fact]
    public async Task A_letters_words_are_seen_as_a_letter_while_they_are_typed()
    {
        var page = await _chromium.DeskAsync(_portal.Address, ColorScheme.Light);
        await page.SignInAsync(Administrator);
        await page.GotoAsync("/desk/settings/texts/Adopted");

        await page.GetByLabel("主题").FillAsync("〔短名〕被采用啦");
        await Expect(page.Locator("#preview")).ToContainTextAsync("《湘江的早晨》被采用啦");
        await page.GetByLabel("正文").FillAsync("恭喜，〔没有这个〕您的作品被采用了。");
        await Expect(page.Locator("#preview .note")).ToContainTextAsync("有的不认识");
        await page.GetByLabel("正文").FillAsync("恭喜，您的〔作品〕被采用了。");
        await Expect(page.Locator("#preview .mail-page")).ToContainTextAsync("您的视频被采用了");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已保存");
        List<string> wrong = [];
        await page.CheckAsync(wrong);
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task On_a_slow_line_the_letter_is_seen_as_it_was_typed_last()
    {
        var page = await _chromium.DeskAsync(_portal.Address);
        await page.SignInAsync(Administrator);
        await page.Clock.InstallAsync();
        await page.GotoAsync("/desk/settings/texts/Adopted");
        await page.Clock.PauseAtAsync(DateTime.UtcNow.AddHours(1)); // nobody is faster than the typing
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/*handler=Preview*", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });

        foreach (var word in new[] { "一", "二", "三" })
        {
            await page.GetByLabel("主题").FillAsync($"〔短名〕被采用{word}");
            await page.Clock.RunForAsync(300);
        }
        held.SetResult();
        await page.Clock.ResumeAsync();

        await Expect(page.Locator("#preview")).ToContainTextAsync("《湘江的早晨》被采用三");
    }

    /// <summary>Drops a mail into the folder and waits until it has been read.</summary>
    private async Task ArriveAsync(string mail)
    {
        var folder = Path.Combine(_portal.DataFolder, "mail-in");
        await Eventually.TrueAsync(() => Task.FromResult(Directory.Exists(folder)));
        await File.WriteAllTextAsync(Path.Combine(folder, "mail.part"), mail, Ct);
        File.Move(Path.Combine(folder, "mail.part"), Path.Combine(folder, "mail.eml"));
        await StateAsync(InboundState.Unmatched);
    }

    private Task StateAsync(InboundState state) => Eventually.TrueAsync(async () =>
    {
        await using var db = _portal.Data.OpenDb();
        return await db.InboundMails.AnyAsync(mail => mail.State == state, Ct);
    });
}
