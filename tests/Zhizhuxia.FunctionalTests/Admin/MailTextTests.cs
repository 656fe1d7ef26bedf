using System.Net;
using Zhizhuxia.Accounts;
using Zhizhuxia.FunctionalTests.Review;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Admin;

/// <summary>信的写法: the newspaper's own words for a letter.</summary>
public sealed class MailTextTests : IAsyncLifetime
{
    private const string Page = "/desk/settings/texts/Adopted";
    private PortalProcess _portal = null!;
    private DeskClient _zhou = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalProcess.StartAsync(DeskClient.Settings, Ct);
        _zhou = await DeskClient.SignInAsync(_portal, "周管理", Ct, Role.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        _zhou.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task New_words_are_seen_while_they_are_written_and_stand_in_the_samples_once_saved()
    {
        using var wang = await DeskClient.SignInAsync(_portal, "王编辑", Ct, Role.Editor1);
        var typed = new[] { ("Version", "0"), ("Subject", "〔短名〕被采用啦"), ("Body", "恭喜！您的〔作品〕〔作品名〕被采用了。\n\n〔署名〕\n\n<b>谢谢</b>") };

        var preview = await AnswerAsync($"{Page}?handler=Preview", typed);
        var before = await wang.ReadAsync("/desk/mail/samples", Ct);
        var saved = await AnswerAsync(Page, typed);
        var after = WebUtility.HtmlDecode(await wang.ReadAsync("/desk/mail/samples", Ct));
        var back = await AnswerAsync($"{Page}?handler=Default", ("Version", "1"));

        Assert.Contains("【知株侠 ZX261122-0031】《湘江的早晨》被采用啦", WebUtility.HtmlDecode(preview), StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;谢谢&lt;/b&gt;", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("被采用啦", before, StringComparison.Ordinal);
        Assert.Contains("已保存", saved, StringComparison.Ordinal);
        Assert.Contains("恭喜！您的视频《湘江的早晨》（编号 ZX261122-0031）被采用了。", after, StringComparison.Ordinal);
        Assert.Contains("已回到默认", back, StringComparison.Ordinal);
        Assert.DoesNotContain("被采用啦", await wang.ReadAsync("/desk/mail/samples", Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Adopted", "主题", "您的〔作品〕被采用了，谢谢。〔没有这个〕", "text-mark")]
    [InlineData("Adopted", "主", "您的〔作品〕被采用了，谢谢。", "text-subject")]
    [InlineData("Adopted", "主题", "太短", "text-body")]
    [InlineData("Published", "刊发了", "您的作品〔作品名〕刊发了，请看。", "text-link")]
    public async Task Words_that_cannot_be_sent_are_refused(string letter, string subject, string body, string code)
    {
        var page = await AnswerAsync($"/desk/settings/texts/{letter}", ("Version", "0"), ("Subject", subject), ("Body", body));

        Assert.Contains(RefusalTexts.Of(code), WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        await using var db = _portal.Data.OpenDb();
        Assert.False(db.SettingChanges.Any());
    }

    [Fact]
    public async Task There_is_a_page_for_every_letter_to_a_reader_and_for_no_other()
    {
        var list = await _zhou.ReadAsync("/desk/settings/texts", Ct);

        foreach (var kind in LetterKinds.ToReaders)
            Assert.Contains($"/desk/settings/texts/{kind}\"", list, StringComparison.Ordinal);
        using var unknown = await _zhou.Http.GetAsync(new Uri("/desk/settings/texts/StaffDigest", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private async Task<string> AnswerAsync(string action, params (string Name, string Value)[] fields)
    {
        using var answer = await _zhou.PostAsync(action.Split('?')[0], action, Ct, fields);
        return await answer.Content.ReadAsStringAsync(Ct);
    }
}
