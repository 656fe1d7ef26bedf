using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Zhizhuxia.Data;
using Zhizhuxia.Intake;

namespace Zhizhuxia.BrowserTests.Readers;

/// <summary>确认来稿: the receipt's one-time link on a phone, with scripts and without.</summary>
public sealed class CompleteTests(ReaderPortal readers) : IClassFixture<ReaderPortal>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mailed_piece_is_completed_by_the_link(bool scripts)
    {
        var page = await readers.Chromium.PhoneAsync(readers.Portal.Address, scripts: scripts);
        List<string> wrong = [];
        var code = await ReceiveAsync();
        await page.GotoAsync($"/complete#{code}");
        if (!scripts)
        {
            await page.FillAsync("#Receipt", code);
            await page.ClickAsync("form[data-look-up] button");
        }
        await Assertions.Expect(page.Locator("[data-uploads]")).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync();
        if (scripts)
            await page.CheckAsync(wrong);

        await page.SetInputFilesAsync("#Form_Files", new FilePayload { Name = "原片.mov", MimeType = "video/quicktime", Buffer = new byte[90_000] });
        foreach (var (name, value) in new[] { ("Origin", "Own"), ("AiUse", "No"), ("People", "AllAgreed"), ("Minors", "None"), ("PublishedBefore", "No"), ("CreditWish", "RealName"), ("Age", "Adult") })
            await page.Locator($"[name='Form.{name}'][value={value}]").CheckAsync(new() { Force = true });
        foreach (var name in new[] { "AgreeLicence", "AgreeTruth", "AgreePrivacy" })
            await page.Locator($"[name='Form.{name}']").CheckAsync(new() { Force = true });
        await page.ClickAsync("[data-submit]");

        await Assertions.Expect(page.Locator(".receipt-number")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".file-name").First).ToContainTextAsync("原片.mov");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private async Task<string> ReceiveAsync()
    {
        await using var scope = readers.Portal.Data.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var now = TimeProvider.System.GetUtcNow();
        var piece = await scope.ServiceProvider.GetRequiredService<ReceiveMail>().RunAsync(new()
        {
            Id = Guid.CreateVersion7(now), Name = "林先生", Address = "lin@reader.example", Subject = "湘江龙舟", Text = "视频在附件里，八月在湘江边拍的。", Links = [], Films = [],
            Awaited = [new("湘江龙舟原片（没有剪辑过的那一个）.mp4", "128.03M", "https://wx.mail.qq.com/ftn/download?k=1", now.AddDays(3)), new(null, null, null, now.AddDays(-1))],
            SentAt = now, MessageId = "<a@reader.example>", MayBeAnswered = true,
        }, Ct);
        await db.SaveChangesAsync(Ct);
        return scope.ServiceProvider.GetRequiredService<CompleteLink>().CodeFor(piece);
    }
}
