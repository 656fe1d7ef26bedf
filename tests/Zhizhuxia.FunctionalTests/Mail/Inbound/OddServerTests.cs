using Zhizhuxia.Mail;
using Zhizhuxia.Mail.Imap;

namespace Zhizhuxia.FunctionalTests.Mail.Inbound;

/// <summary>What real servers do that the standard does not, or only allows.</summary>
public sealed class OddServerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_demands_an_id_gets_it_before_any_folder_is_entered()
    {
        await using var server = new ScriptedImap { Capabilities = "IMAP4rev1 ID", DemandsId = true, Mails = { [3] = Mails.Plain("投稿", "想拍老街") } };
        await using var inbox = await ImapRoom.OpenAsync(server.Settings);

        await inbox.RoundAsync();

        Assert.Equal(3, Assert.Single(await inbox.MailsAsync()).Uid);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_new_is_nothing_new_also_where_the_last_mail_is_always_found(bool saysUidNext)
    {
        await using var server = new ScriptedImap { SaysUidNext = saysUidNext, Mails = { [3] = Mails.Plain("一", "想拍老街"), [9] = Mails.Plain("二", "想拍老街") } };
        await using var inbox = await ImapRoom.OpenAsync(server.Settings);
        await inbox.RoundAsync();
        var fetches = server.Commands.Count(command => command.Contains("FETCH", StringComparison.Ordinal));

        await inbox.RoundAsync();
        server.Mails[12] = Mails.Plain("三", "想拍老街");
        await inbox.RoundAsync();

        Assert.Equal((2, 3), (fetches, server.Commands.Count(command => command.Contains("FETCH", StringComparison.Ordinal))));
        Assert.Equal([3L, 9L, 12L], (await inbox.MailsAsync()).Select(mail => mail.Uid));
    }

    [Fact]
    public async Task Sets_never_descend()
    {
        await using var server = new ScriptedImap { RejectsDescending = true, Mails = { [3] = Mails.Plain("一", "想拍老街"), [9] = Mails.Plain("二", "想拍老街") } };
        await using var inbox = await ImapRoom.OpenAsync(server.Settings);

        await inbox.RoundAsync();
        await inbox.RoundAsync();
        server.Mails[10] = Mails.Plain("三", "想拍老街");
        await inbox.RoundAsync();

        Assert.Equal([3L, 9L, 10L], (await inbox.MailsAsync()).Select(mail => mail.Uid)); // though it answers from high to low
    }

    [Fact]
    public async Task A_server_without_idle_is_asked_again()
    {
        await using var server = new ScriptedImap();
        await using var inbox = await ImapRoom.OpenAsync(server.Settings);
        await using var visit = await inbox.VisitAsync();
        await inbox.RoundAsync(visit);

        await visit.WaitAsync(Ct);
        server.Mails[1] = Mails.Plain("一", "想拍老街");
        await inbox.RoundAsync(visit);

        Assert.Contains("NOOP", server.Commands);
        Assert.DoesNotContain("IDLE", server.Commands);
        Assert.Single(await inbox.MailsAsync());
    }

    [Fact]
    public async Task Each_way_to_log_in_is_used_where_it_belongs()
    {
        await using var login = new ScriptedImap();
        await using var plain = new ScriptedImap { Capabilities = "IMAP4rev1 AUTH=PLAIN" };
        await using var token = new ScriptedImap { Capabilities = "IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2" };
        await using var closed = new ScriptedImap { Capabilities = "IMAP4rev1 LOGINDISABLED" };

        foreach (var (server, more) in new[] { (login, ""), (plain, ""), (token, "ya29.token") })
        {
            await using var inbox = await ImapRoom.OpenAsync(new Dictionary<string, string>(server.Settings) { ["Inbox:AccessToken"] = more });
            await inbox.RoundAsync();
        }
        await using var barred = await ImapRoom.OpenAsync(closed.Settings);

        Assert.Contains("""LOGIN "reader@qq.example" "a\"b\\c" """.TrimEnd(), login.Commands);
        Assert.Contains("\0reader@qq.example\0a\"b\\c", plain.Commands);
        Assert.Contains("user=reader@qq.example\u0001auth=Bearer ya29.token\u0001\u0001", token.Commands);
        Assert.True((await Assert.ThrowsAsync<MailboxException>(barred.RoundAsync)).LoginRefused);
    }

    [Fact]
    public async Task A_certificate_of_another_name_or_of_nobody_is_not_trusted()
    {
        await using var elsewhere = new ScriptedImap("mail.example");
        await using var unknown = new ScriptedImap();
        await using var misnamed = await ImapRoom.OpenAsync(elsewhere.Settings);
        await using var untrusted = await ImapRoom.OpenAsync(new Dictionary<string, string>(unknown.Settings) { ["Inbox:TrustedCertificate"] = "" });

        await Assert.ThrowsAsync<MailboxException>(misnamed.RoundAsync);
        await Assert.ThrowsAsync<MailboxException>(untrusted.RoundAsync);

        Assert.Empty(elsewhere.Commands.Concat(unknown.Commands));
    }

    [Theory]
    [InlineData("已收", "&XfJlNg-")]
    [InlineData("A&B", "A&-B")]
    [InlineData("~peter/mail/台北/日本語", "~peter/mail/&U,BTFw-/&ZeVnLIqe-")] // RFC 3501 §5.1.3
    [InlineData("Junk", "Junk")]
    [InlineData("😀", "&2D3eAA-")]
    public void Folder_names_are_modified_utf7(string name, string encoded)
    {
        Assert.Equal(encoded, ImapNames.Encode(name));
        Assert.Equal(name, ImapNames.Decode(encoded));
    }

    [Theory]
    [InlineData("&")]
    [InlineData("&XfJ")]
    [InlineData("&!!-")]
    public void What_is_no_encoded_name_stays(string name) => Assert.Equal(name, ImapNames.Decode(name));

    [Fact]
    public async Task Trouble_for_too_long_raises_the_alarm_once()
    {
        var clock = new MovableClock();
        await using var inbox = await ImapRoom.OpenAsync(new Dictionary<string, string>(), services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<TimeProvider>(services, clock));
        var watch = (MailboxWatch)inbox.Services.GetService(typeof(MailboxWatch))!;
        await watch.GoodAsync("box", Ct);

        clock.Forward(TimeSpan.FromMinutes(9));
        await watch.BadAsync("box", new IOException("no route"), Ct);
        var early = await inbox.RecordAsync();
        clock.Forward(TimeSpan.FromMinutes(2));
        await watch.BadAsync("box", new IOException("no route"), Ct);
        var late = await inbox.RecordAsync();

        Assert.Null(early.AlarmedAt);
        Assert.Equal((clock.GetUtcNow(), "no route"), (late.AlarmedAt, late.Trouble));
    }
}
