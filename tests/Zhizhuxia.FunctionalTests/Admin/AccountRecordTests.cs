using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.FunctionalTests.Account;

namespace Zhizhuxia.FunctionalTests.Admin;

/// <summary>账号记录: what happened to accounts, written once.</summary>
public sealed partial class AccountRecordTests(NewsroomFixture newsroom) : IClassFixture<NewsroomFixture>
{
    private readonly Colleagues _colleagues = new(newsroom.Portal);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_happens_to_an_account_is_written_down_with_who_did_it()
    {
        using var zhou = await AdministratorAsync();
        var li = await _colleagues.AddAsync(Role.Editor2);
        using var office = await _colleagues.SignInAsync(li);
        await office.PostAsync("/account/logout", [], "/account");
        await office.PostAsync("/account/login", Colleagues.Login(li, "not my password"));
        await zhou.PostAsync($"/desk/editors/{li.Id}?handler=Roles", new() { ["Roles"] = "Editor1" });
        await zhou.PostAsync($"/desk/editors/{li.Id}?handler=Link", []);
        await zhou.PostAsync($"/desk/editors/{li.Id}?handler=Switch&off=true", []);
        await office.PostAsync("/account/login", Colleagues.Login(li));

        var kinds = (await LinesAsync(li.Id)).Select(line => (line.Kind, line.Detail, ByOther: line.By is not null));
        var page = WebUtility.HtmlDecode((await zhou.GetAsync($"/desk/editors/record?person={li.Id}")).Html);

        Assert.Equal(
            [
                (AccountEventKind.SignedIn, "密码", false), (AccountEventKind.SignedOut, null, false), (AccountEventKind.SignInFailed, "密码不对", false),
                (AccountEventKind.RolesChanged, "复审主任 → 初审编辑", true), (AccountEventKind.Invited, null, true), (AccountEventKind.SwitchedOff, null, true),
                (AccountEventKind.SignInFailed, "账号已停用", false),
            ],
            kinds);
        Assert.Contains("复审主任 → 初审编辑", page, StringComparison.Ordinal);
        Assert.DoesNotContain("not my password", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_typed_into_the_wrong_field_is_not_kept()
    {
        using var browser = new FormClient(newsroom.Portal);

        await browser.PostAsync("/account/login", new() { ["Email"] = "my secret sentence", ["Password"] = "x" });

        await using var db = newsroom.Portal.Data.OpenDb();
        var line = await db.AccountEvents.AsNoTracking().OrderByDescending(row => row.At).FirstAsync(row => row.EditorId == null, Ct);
        Assert.Equal((AccountEventKind.SignInFailed, "没有这个邮箱", null), (line.Kind, line.Detail, line.EditorName));
    }

    [Fact]
    public async Task The_sixth_wrong_password_is_told_as_a_lock()
    {
        var li = await _colleagues.AddAsync(Role.Editor2);
        using var office = new FormClient(newsroom.Portal);
        for (var attempt = 0; attempt < 7; attempt++)
            await office.PostAsync("/account/login", Colleagues.Login(li, "wrong"));

        var lines = await LinesAsync(li.Id);

        Assert.Equal([AccountEventKind.LockedOut, AccountEventKind.SignInFailed], lines.Skip(5).Select(line => line.Kind));
        Assert.Equal("账号还锁着", lines[^1].Detail);
    }

    [Fact]
    public async Task A_change_that_is_refused_leaves_no_line()
    {
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Accounts:SecondFactor"] = "Optional", ["Jobs:Run"] = "None" }, Ct);
        var colleagues = new Colleagues(portal);
        var only = await colleagues.AddAsync(Role.Administrator);
        using var zhou = await colleagues.SignInAsync(only);

        await zhou.PostAsync($"/desk/editors/{only.Id}?handler=Switch&off=true", []);

        await using var db = portal.Data.OpenDb();
        Assert.DoesNotContain(await db.AccountEvents.ToListAsync(Ct), line => line.Kind is AccountEventKind.SwitchedOff);
    }

    [Fact]
    public async Task A_line_cannot_be_changed()
    {
        var li = await _colleagues.AddAsync(Role.Editor2);
        using var office = await _colleagues.SignInAsync(li);
        await using var db = newsroom.Portal.Data.OpenDb();
        var line = await db.AccountEvents.FirstAsync(row => row.EditorId == li.Id, Ct);
        db.Entry(line).Property(row => row.Detail).CurrentValue = "别的";

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Ct));
    }

    [Fact]
    public async Task Older_lines_are_on_further_pages()
    {
        using var zhou = await AdministratorAsync();
        var li = await _colleagues.AddAsync(Role.Editor2);
        await using (var db = newsroom.Portal.Data.OpenDb())
        {
            var now = TimeProvider.System.GetUtcNow();
            db.AccountEvents.AddRange(Enumerable.Range(0, 120).Select(number => new AccountEvent
            {
                Id = Guid.CreateVersion7(), At = now.AddMinutes(-number / 2), Kind = AccountEventKind.SignedIn, EditorId = li.Id, EditorName = "李主任", Detail = $"第 {number} 行",
            }));
            await db.SaveChangesAsync(Ct);
        }

        List<string> seen = [];
        for (var next = $"/desk/editors/record?person={li.Id}"; next is not null;)
        {
            var html = WebUtility.HtmlDecode((await zhou.GetAsync(next)).Html);
            seen.AddRange(Line().Matches(html).Select(found => found.Value));
            next = Older().Match(html) is { Success: true } link ? link.Groups[1].Value : null;
        }

        Assert.Equal(120, seen.Count);
        Assert.Distinct(seen);
    }

    private async Task<List<AccountEvent>> LinesAsync(Guid person)
    {
        await using var db = newsroom.Portal.Data.OpenDb();
        return await db.AccountEvents.AsNoTracking().Where(line => line.EditorId == person).OrderBy(line => line.At).ThenBy(line => line.Id).ToListAsync(Ct);
    }

    private async Task<FormClient> AdministratorAsync()
    {
        var browser = await _colleagues.SignInAsync(await _colleagues.AddAsync(Role.Administrator));
        await Colleagues.EnrolAsync(browser);
        return browser;
    }

    [GeneratedRegex(@"第 \d+ 行")]
    private static partial Regex Line();

    [GeneratedRegex("href=\"(/desk/editors/record[^\"]*before=[^\"]*)\"")]
    private static partial Regex Older();
}
