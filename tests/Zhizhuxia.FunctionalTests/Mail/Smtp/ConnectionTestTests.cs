using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Accounts;
using Zhizhuxia.FunctionalTests.Review;
using Zhizhuxia.Mail;

namespace Zhizhuxia.FunctionalTests.Mail.Smtp;

/// <summary>测试连接: how far one gets, in the order one goes, and no mail.</summary>
public sealed class ConnectionTestTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_takes_us_is_said_to_be_well_step_by_step()
    {
        await using var server = await RealSmtp.StartAsync(Ct);

        var steps = await TestAsync(server.Settings);

        Assert.Equal(["连接服务器", "加密（TLS）和证书", "登录", "发件地址被接受"], steps.Select(step => step.Name));
        Assert.All(steps, step => Assert.Null(step.Trouble));
        Assert.Equal(0, server.Count);
    }

    [Fact]
    public async Task A_wrong_password_ends_it_at_the_login()
    {
        await using var server = await RealSmtp.StartAsync(Ct);

        var steps = await TestAsync([.. server.Settings.Where(setting => setting.Name != "Mail:SmtpPassword"), ("Mail:SmtpPassword", "old")]);

        Assert.Equal([null, null, MailRefusals.LoginRefused], steps.Select(step => step.Trouble));
    }

    [Theory]
    [InlineData("", "554 go away", 2, MailRefusals.Strange)]
    [InlineData("MAIL", "550 5.7.1 not you", 4, MailRefusals.Policy)]
    [InlineData("MAIL", "501 who", 4, MailRefusals.SenderRefused)]
    [InlineData("EHLO", "", 2, MailRefusals.Lost)]
    public async Task It_ends_where_the_server_ends_it(string command, string answer, int steps, string trouble)
    {
        await using var server = new ScriptedSmtp { Answers = { [command] = answer } };

        var done = await TestAsync(server.Settings);

        Assert.Equal((steps, trouble), (done.Count, done[^1].Trouble));
        Assert.DoesNotContain("DATA", server.Heard);
    }

    [Fact]
    public async Task Without_a_server_there_is_nothing_to_test() => Assert.Empty(await TestAsync([]));

    [Fact]
    public async Task The_page_is_the_administrators_shows_no_secret_and_is_not_pressed_for_ever()
    {
        await using var server = await RealSmtp.StartAsync(Ct);
        var settings = new Dictionary<string, string>(DeskClient.Settings) { ["Limits:MailTestsPerMinute"] = "2" };
        foreach (var (name, value) in server.Settings)
            settings[name] = value;
        await using var portal = await PortalProcess.StartAsync(settings, Ct);
        using var admin = await DeskClient.SignInAsync(portal, "管理员", Ct, Role.Administrator);
        using var wang = await DeskClient.SignInAsync(portal, "王编辑", Ct, Role.Editor1);
        const string page = "/desk/settings/mail";

        var before = await admin.ReadAsync(page, Ct);
        using var tested = await admin.PostAsync(page, page, Ct);
        using var again = await admin.PostAsync(page, page, Ct);
        using var tooOften = await admin.PostAsync(page, page, Ct);
        using var others = await wang.PostAsync("/desk", page, Ct);

        Assert.Contains("测试发信", before, StringComparison.Ordinal);
        Assert.Contains("localhost", before, StringComparison.Ordinal);
        Assert.DoesNotContain(RealSmtp.Password, before, StringComparison.Ordinal);
        Assert.Contains("都好，信发得出去", await tested.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.True(again.IsSuccessStatusCode);
        Assert.Equal(System.Net.HttpStatusCode.TooManyRequests, tooOften.StatusCode);
        Assert.False(others.IsSuccessStatusCode);
        await Eventually.TrueAsync(() => Task.FromResult(portal.Output.Any(line => line.Contains("tested the mail server: well", StringComparison.Ordinal))));
    }

    private static async Task<IReadOnlyList<MailTestStep>> TestAsync((string Name, string Value)[] settings)
    {
        await using var newsroom = await Newsroom.OpenAsync(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value));
        return await newsroom.Services.GetRequiredService<TestSmtp>().RunAsync(Ct);
    }
}
