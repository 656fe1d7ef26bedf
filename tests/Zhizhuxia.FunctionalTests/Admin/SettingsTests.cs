using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.FunctionalTests.Account;
using Zhizhuxia.FunctionalTests.Review;
using Zhizhuxia.Mail;
using Zhizhuxia.Settings;

namespace Zhizhuxia.FunctionalTests.Admin;

/// <summary>设置 through the pages: what is saved holds at once, of two administrators one is told, and everything is written down.</summary>
public sealed partial class SettingsTests : IAsyncLifetime
{
    private const string Forms = "/desk/settings/form/";
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
    public async Task Licences_stand_in_the_footer_at_once_and_go_back_to_the_default()
    {
        var saved = await SaveAsync("site", 0, ("Name", "知株侠"), ("Newspaper", "株洲日报"), ("Section", "视频专版"), ("Licences", "湘ICP备00000000号\r\n信息网络传播视听节目许可证 00000"));
        var footer = await ReaderAsync("/");
        using var back = await _zhou.PostAsync($"{Forms}site", $"{Forms}site?handler=Default", Ct, ("Version", "1"));

        Assert.Contains("已保存", saved, StringComparison.Ordinal);
        Assert.Contains("湘ICP备00000000号", footer, StringComparison.Ordinal);
        Assert.Contains("已回到默认", WebUtility.HtmlDecode(await back.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
        Assert.DoesNotContain("湘ICP备00000000号", await ReaderAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fees", "稿酬档次请每行写一档", "Grades", "A 五百")]
    [InlineData("fees", "没有保存", "Grades", "A 500\nA 300")]
    [InlineData("review", "请填 1 到 30 之间的数", "AskDays", "31")]
    [InlineData("uploads", "请填 1 到 100 之间的数", "MaxFiles", "-1")]
    [InlineData("site", "不能空着", "Name", " ")]
    public async Task What_cannot_be_is_refused_in_words_and_what_was_typed_stays(string form, string words, string name, string typed)
    {
        var page = await SaveAsync(form, 0, [.. Filled(form).Where(field => field.Name != name), (name, typed)]);

        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains(typed.Split('\n')[0].Trim(), page, StringComparison.Ordinal);
        await using var db = _portal.Data.OpenDb();
        Assert.False(await db.SettingChanges.AnyAsync(Ct));
    }

    [Fact]
    public async Task A_form_saved_as_it_stood_changes_nothing_and_is_not_written_down()
    {
        foreach (var form in SettingFormNames)
        {
            var fields = Field().Matches(await _zhou.ReadAsync(Forms + form, Ct))
                .Select(match => (match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value).Trim('\n').ReplaceLineEndings("\r\n"))).ToArray();

            Assert.Equal(Filled(form).Length, fields.Length);
            Assert.Contains(RefusalTexts.Of("nothing-changed"), await SaveAsync(form, 0, fields), StringComparison.Ordinal);
        }
        await using var db = _portal.Data.OpenDb();
        Assert.False(await db.SettingChanges.AnyAsync(Ct));
    }

    [Fact]
    public async Task Of_two_administrators_at_once_one_is_told_who_was_first()
    {
        using var wu = await DeskClient.SignInAsync(_portal, "吴管理", Ct, Role.Administrator);
        await SaveAsync("retention", 0, ("OriginalDays", "60"), ("ContactDays", "180"), ("RawMailDays", "180"), ("AdoptedYears", "3"));

        using var late = await wu.PostAsync($"{Forms}retention", $"{Forms}retention", Ct, ("Version", "0"), ("Values[OriginalDays]", "30"), ("Values[ContactDays]", "180"), ("Values[RawMailDays]", "180"), ("Values[AdoptedYears]", "3"));

        Assert.Contains("周管理刚刚改过这一项", WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
        await using var db = _portal.Data.OpenDb();
        Assert.Contains("60", Assert.Single(await db.SettingDocuments.ToListAsync(Ct)).Value, StringComparison.Ordinal);
    }

    /// <summary>Many at once, so that some come late again and again.</summary>
    [Fact]
    public async Task Changes_of_different_forms_letters_and_columns_at_the_same_moment_are_all_kept_in_one_chain()
    {
        var pages = await Task.WhenAll(
            [.. SettingFormNames.Select(form => SaveAsync(form, 0, Filled(form))), .. LetterTemplates.All.Keys.Select(SaveLetterAsync), .. Enumerable.Range(1, 8).Select(AddColumnAsync)]);

        Assert.All(pages, page => Assert.Matches("已保存|视·第 . 栏", page));
        await using var db = _portal.Data.OpenDb();
        var changes = await db.SettingChanges.AsNoTracking().OrderBy(change => change.Number).ToListAsync(Ct);
        Assert.Equal(pages.Length, changes.Count);
        Assert.Null(SettingChange.BrokenAt(changes));
        Assert.Contains($"全部 {pages.Length} 条记录核对无误", await _zhou.ReadAsync("/desk/settings/history", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_tells_who_when_before_and_after_and_that_a_row_was_changed_by_hand()
    {
        await SaveAsync("review", 0, ("DeclineReasons", "题材不合\n画面不清"), ("AskDays", "9"));
        await SaveAsync("review", 1, ("DeclineReasons", "题材不合"), ("AskDays", "10"));
        var history = WebUtility.HtmlDecode(await _zhou.ReadAsync("/desk/settings/history", Ct));
        await using (var db = _portal.Data.OpenDb())
            await db.SettingChanges.Where(change => change.Number == 1).ExecuteUpdateAsync(set => set.SetProperty(change => change.EditorName, "别人"), Ct);

        Assert.Contains("周管理", history, StringComparison.Ordinal);
        Assert.Matches("<del class=\"prewrap\">9</del>\\s*<ins class=\"prewrap\">10</ins>", history);
        Assert.Matches("<del class=\"prewrap\">7</del>\\s*<ins class=\"prewrap\">9</ins>", history); // the first change, too, says what held
        Assert.Matches("<del class=\"prewrap\">(?s:(?!</del>).)*题材(?s:(?!</del>).)*</del>\\s*<ins class=\"prewrap\">题材不合", history);
        Assert.Contains("画面不清", history, StringComparison.Ordinal);
        Assert.Contains("第 1 条起的记录和当初写下的不一致", await _zhou.ReadAsync("/desk/settings/history", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_smaller_limit_holds_from_the_next_request()
    {
        await SaveAsync("rates", 0, ("SubmitsPerHour", "20"), ("CreatesPerHour", "20"), ("ReceiptsPerMinute", "1"), ("SignInsPerMinute", "100000"), ("SubmitsPerKeyAndMinute", "600"));
        using var reader = new FormClient(_portal);

        var first = await reader.PostAsync("/status", new() { ["Receipt"] = "0000-0000-0000-0000-0000-0000" });
        var second = await reader.PostAsync("/status", new() { ["Receipt"] = "0000-0000-0000-0000-0000-0000" });

        Assert.NotEqual(RefusalTexts.Of("too-many-requests"), first.Refusal);
        Assert.Contains(RefusalTexts.Of("too-many-requests")[..6], WebUtility.HtmlDecode(second.Html), StringComparison.Ordinal);
    }

    private static string[] SettingFormNames => ["fees", "review", "uploads", "rates", "retention", "site"];

    private static (string Name, string Value)[] Filled(string form) => form switch
    {
        "fees" => [("Grades", "A 600\nB 300.50")],
        "review" => [("DeclineReasons", "题材不合"), ("AskDays", "8")],
        "uploads" => [("MaxFiles", "4"), ("MaxFileMiB", "4096"), ("MaxFormFilmMiB", "200"), ("GiBPerBrowserAndDay", "20"), ("GiBPerAddressAndDay", "30"), ("CompleteWithin", "20")],
        "rates" => [("SubmitsPerHour", "30"), ("CreatesPerHour", "20"), ("ReceiptsPerMinute", "10"), ("SignInsPerMinute", "100000"), ("SubmitsPerKeyAndMinute", "600")],
        "retention" => [("OriginalDays", "60"), ("ContactDays", "180"), ("RawMailDays", "180"), ("AdoptedYears", "3")],
        _ => [("Name", "知株侠"), ("Newspaper", "株洲日报"), ("Section", "视频专版"), ("Licences", "湘ICP备00000001号")],
    };

    private async Task<string> SaveAsync(string form, int version, params (string Name, string Value)[] values)
    {
        using var answer = await _zhou.PostAsync(Forms + form, Forms + form, Ct, [("Version", $"{version}"), .. values.Select(value => ($"Values[{value.Name}]", value.Value))]);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));
    }

    private async Task<string> SaveLetterAsync(string letter)
    {
        using var answer = await _zhou.PostAsync($"/desk/settings/texts/{letter}", $"/desk/settings/texts/{letter}", Ct, ("Version", "0"), ("Subject", "〔短名〕有消息"), ("Body", $"您的〔作品〕有消息了：{MailTexts.LinkMark}"));
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));
    }

    private async Task<string> AddColumnAsync(int number)
    {
        using var answer = await _zhou.PostAsync("/desk/settings/columns", "/desk/settings/columns", Ct, ("Name", $"视·第 {number} 栏"), ("Motto", ""));
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));
    }

    private async Task<string> ReaderAsync(string path)
    {
        using var reader = _portal.Client();
        return WebUtility.HtmlDecode(await reader.GetStringAsync(new Uri(path, UriKind.Relative), Ct));
    }

    [GeneratedRegex("""name="Values\[(?<name>\w+)\]"(?: value="(?<value>[^"]*)"|[^>]*>(?<value>[^<]*)</textarea>| [^>]*? value="(?<value>[^"]*)")""")]
    private static partial Regex Field();
}
