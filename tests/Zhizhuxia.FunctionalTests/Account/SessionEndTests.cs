using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Text.RegularExpressions;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.FunctionalTests.Account;

/// <summary>Sessions and links end when they should.</summary>
public sealed partial class SessionEndTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void What_a_session_says_is_never_older_than_a_minute()
    {
        var late = new AccountsOptions { StampChecked = TimeSpan.FromSeconds(61) };

        Assert.Equal(TimeSpan.FromSeconds(60), new AccountsOptions().StampChecked);
        Assert.False(Validator.TryValidateObject(late, new(late), null, validateAllProperties: true));
    }

    /// <summary>With two seconds for the minute: a page that trusts the cookie alone is closed by then, the desk at once.</summary>
    [Fact]
    public async Task Who_is_switched_off_is_out_of_the_desk_at_once_and_of_everything_within_the_time()
    {
        await using var portal = await PortalProcess.StartAsync(
            new Dictionary<string, string> { ["Accounts:SecondFactor"] = "Optional", ["Accounts:StampChecked"] = "00:00:02", ["Jobs:Run"] = "None" }, Ct);
        var colleagues = new Colleagues(portal);
        using var zhou = await colleagues.SignInAsync(await colleagues.AddAsync(Role.Administrator));
        var li = await colleagues.AddAsync(Role.Editor2);
        using var office = await colleagues.SignInAsync(li);
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync("/desk")).Status);

        await zhou.PostAsync($"/desk/editors/{li.Id}?handler=Switch&off=true", []);
        var desk = await office.GetAsync("/desk");
        var began = TimeProvider.System.GetTimestamp();
        Answer health;
        do
            health = await office.GetAsync("/healthz/deep");
        while (health.Status is not HttpStatusCode.Redirect);

        Assert.NotEqual(HttpStatusCode.OK, desk.Status);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0, 60);
        Assert.StartsWith("/account/login", health.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_sets_a_password_ends_by_itself()
    {
        await using var portal = await PortalProcess.StartAsync(
            new Dictionary<string, string> { ["Accounts:SecondFactor"] = "Optional", ["Accounts:Invitation"] = "00:00:01", ["Jobs:Run"] = "None" }, Ct);
        var colleagues = new Colleagues(portal);
        using var zhou = await colleagues.SignInAsync(await colleagues.AddAsync(Role.Administrator));
        var li = await colleagues.AddAsync(Role.Editor2);
        using var home = new FormClient(portal);
        var made = await zhou.PostAsync($"/desk/editors/{li.Id}?handler=Link", []);
        var link = WebUtility.HtmlDecode(Link().Match(made.Html).Groups[1].Value);
        Answer answer;
        do
            answer = await home.PostAsync("/account/invitation", new() { ["Link"] = link, ["Wanted"] = "short" }); // a rule of its own refuses while the link lives
        while (answer.Refusal?.StartsWith("密码至少", StringComparison.Ordinal) is true);

        var late = await home.PostAsync("/account/invitation", new() { ["Link"] = link, ["Wanted"] = "purple kayak under seven maples" });

        Assert.StartsWith("这个链接已经用过或过期了", late.Refusal, StringComparison.Ordinal);
        Assert.Equal("/desk", (await home.PostAsync("/account/login", Colleagues.Login(li))).Location);
    }

    [GeneratedRegex("class=\"link-once\"[^>]*>(.*?)<")]
    private static partial Regex Link();
}
