using System.Net;
using System.Text.RegularExpressions;
using Zhizhuxia.Accounts;
using Zhizhuxia.FunctionalTests.Account;

namespace Zhizhuxia.FunctionalTests.Admin;

public sealed partial class EditorsTests(NewsroomFixture newsroom) : IClassFixture<NewsroomFixture>
{
    private readonly Colleagues _colleagues = new(newsroom.Portal);

    [Fact]
    public async Task A_new_colleague_sets_a_password_by_a_link_that_works_once()
    {
        using var zhou = await AdministratorAsync();
        using var wang = new FormClient(newsroom.Portal);

        var created = await zhou.PostAsync("/desk/editors", new() { ["Name"] = "王初审", ["Email"] = "Wang.New@example.com", ["Roles"] = "Editor1" });
        var link = WebUtility.HtmlDecode(Link().Match(created.Html).Groups[1].Value);
        var shortOne = await wang.PostAsync("/account/invitation", new() { ["Link"] = link, ["Wanted"] = "fourteen chars" });
        var set = await wang.PostAsync("/account/invitation", new() { ["Link"] = link, ["Wanted"] = Colleagues.Password });
        var again = await wang.PostAsync("/account/invitation", new() { ["Link"] = link, ["Wanted"] = "purple kayak under seven maples" });
        var signedIn = await wang.PostAsync("/account/login", new() { ["Email"] = "wang.new@example.com", ["Password"] = Colleagues.Password });

        Assert.StartsWith("密码至少 15 个字符", shortOne.Refusal, StringComparison.Ordinal);
        Assert.Equal("/account/login", set.Location);
        Assert.StartsWith("这个链接已经用过或过期了", again.Refusal, StringComparison.Ordinal);
        Assert.Equal("/desk", signedIn.Location);
        Assert.DoesNotContain(newsroom.Portal.Output, line => line.Contains(link.Split('.')[^1], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("#.")]
    [InlineData("#00000000000000000000000000000000.AAAA")]
    [InlineData("#x.%%%")]
    public async Task A_broken_link_is_refused_in_words(string link)
    {
        using var stranger = new FormClient(newsroom.Portal);

        var answer = await stranger.PostAsync("/account/invitation", new() { ["Link"] = link, ["Wanted"] = Colleagues.Password });

        Assert.StartsWith("这个链接不完整", answer.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_roles_counts_at_once_and_ends_the_sessions()
    {
        using var zhou = await AdministratorAsync();
        var li = await _colleagues.AddAsync(Role.Editor2);
        using var office = await _colleagues.SignInAsync(li);

        var changed = await zhou.PostAsync($"/desk/editors/{li.Id}?handler=Roles", new() { ["Roles"] = "Desk" });

        Assert.Null(changed.Refusal);
        Assert.Equal(HttpStatusCode.Redirect, (await office.GetAsync("/account")).Status);
        Assert.Equal([Role.Desk], (await FindAsync(li)).Roles);
    }

    [Fact]
    public async Task Who_is_switched_off_is_out_and_does_not_come_in_again()
    {
        using var zhou = await AdministratorAsync();
        var li = await _colleagues.AddAsync(Role.Editor2);
        using var office = await _colleagues.SignInAsync(li);

        await zhou.PostAsync($"/desk/editors/{li.Id}?handler=Switch&off=true", []);
        var session = await office.GetAsync("/account");
        var password = await office.PostAsync("/account/login", Colleagues.Login(li));
        await zhou.PostAsync($"/desk/editors/{li.Id}?handler=Switch&off=false", []);
        var back = await office.PostAsync("/account/login", Colleagues.Login(li));

        Assert.StartsWith("/account/login", session.Location, StringComparison.Ordinal);
        Assert.StartsWith("邮箱或密码不对", password.Refusal, StringComparison.Ordinal);
        Assert.Equal("/desk", back.Location);
    }

    [Fact]
    public async Task A_lost_phone_is_taken_off_and_enrolment_begins_anew()
    {
        using var zhou = await AdministratorAsync();
        var chen = await _colleagues.AddAsync(Role.Editor3);
        using var office = await _colleagues.SignInAsync(chen);
        await Colleagues.EnrolAsync(office);

        await zhou.PostAsync($"/desk/editors/{chen.Id}?handler=Reset", []);
        using var again = await _colleagues.SignInAsync(chen);

        Assert.StartsWith("/account/second-factor", (await again.GetAsync("/desk/settings/columns")).Location, StringComparison.Ordinal);
        Assert.Equal(10, (await Colleagues.EnrolAsync(again)).RecoveryCodes.Count);
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Accounts:SecondFactor"] = "Optional", ["Jobs:Run"] = "None" }, TestContext.Current.CancellationToken);
        var colleagues = new Colleagues(portal);
        var only = await colleagues.AddAsync(Role.Administrator);
        using var zhou = await colleagues.SignInAsync(only);

        var roles = await zhou.PostAsync($"/desk/editors/{only.Id}?handler=Roles", new() { ["Roles"] = "Editor1" });
        var off = await zhou.PostAsync($"/desk/editors/{only.Id}?handler=Switch&off=true", []);
        await colleagues.AddAsync(Role.Administrator);
        var withAnother = await zhou.PostAsync($"/desk/editors/{only.Id}?handler=Roles", new() { ["Roles"] = "Editor1" });

        Assert.StartsWith("编辑部至少要有一位能登录的管理员", roles.Refusal, StringComparison.Ordinal);
        Assert.StartsWith("编辑部至少要有一位能登录的管理员", off.Refusal, StringComparison.Ordinal);
        Assert.Null(withAnother.Refusal);
    }

    [Fact]
    public async Task People_are_changed_only_by_who_has_just_given_the_password()
    {
        await using var portal = await PortalProcess.StartAsync(
            new Dictionary<string, string> { ["Accounts:SecondFactor"] = "Optional", ["Accounts:StepUp"] = "00:00:01", ["Jobs:Run"] = "None" }, TestContext.Current.CancellationToken);
        var colleagues = new Colleagues(portal);
        var only = await colleagues.AddAsync(Role.Administrator);
        using var zhou = await colleagues.SignInAsync(only);
        Answer late;
        do
            late = await zhou.GetAsync("/desk/editors");
        while (late.Status is HttpStatusCode.OK); // at most a second

        Assert.Equal("/account/confirm?returnUrl=%2Fdesk%2Feditors", late.Location);
        var wrong = await zhou.PostAsync(late.Location!, new() { ["Password"] = "wrong" }, late.Location);
        var right = await zhou.PostAsync(late.Location!, new() { ["Password"] = Colleagues.Password }, late.Location);

        Assert.StartsWith("密码不对", wrong.Refusal, StringComparison.Ordinal);
        Assert.Equal("/desk/editors", right.Location);
    }

    private async Task<FormClient> AdministratorAsync()
    {
        var browser = await _colleagues.SignInAsync(await _colleagues.AddAsync(Role.Administrator));
        await Colleagues.EnrolAsync(browser);
        return browser;
    }

    private async Task<Editor> FindAsync(Editor editor)
    {
        await using var db = newsroom.Portal.Data.OpenDb();
        return (await db.Users.FindAsync([editor.Id], TestContext.Current.CancellationToken))!;
    }

    [GeneratedRegex("class=\"link-once\"[^>]*>(.*?)<")]
    private static partial Regex Link();
}
