using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Mail;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Mail.Inbound;

/// <summary>Against a real server: what is in the mailbox is in the store, once, whoever else reads it and however the line breaks.</summary>
public sealed class DovecotTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_folders_are_fetched_without_leaving_a_mark_whatever_a_colleague_has_marked()
    {
        await using var server = await Dovecot.StartAsync(Ct);
        server.Deliver(Mails.WithFilm("龙舟", "湘江边拍的龙舟", Mails.Film(200_000, 1)));
        server.Deliver(Mails.Plain("读过的", "想拍老街的打铁铺"));
        server.MarkAllSeen();
        server.Deliver(Mails.Plain("没读过的", "想拍老街的打铁铺"));
        server.Deliver(Mails.Plain("垃圾", "buy now"), "Junk");
        await using var inbox = await ImapRoom.OpenAsync(server.Settings);

        await inbox.RoundAsync();
        await inbox.RoundAsync();
        server.Deliver(Mails.Plain("后来的", "想拍老街的打铁铺"));
        await inbox.RoundAsync();

        Assert.Equal([("INBOX", false), ("INBOX", false), ("INBOX", false), ("INBOX", false), ("Junk", true)],
            (await inbox.MailsAsync()).Select(mail => (mail.Folder, mail.IsJunk)).Order());
        Assert.Equal(2, server.Files().Count(path => path.EndsWith('S'))); // the colleague's two, none of ours
        var junk = (await inbox.ReadAllAsync()).Single(mail => mail.IsJunk);
        Assert.Equal((InboundState.Junk, 4), (junk.State, await inbox.CountPiecesAsync()));
    }

    [Fact]
    public async Task A_new_numbering_brings_nothing_twice_also_where_the_envelope_has_changed()
    {
        await using var server = await Dovecot.StartAsync(Ct);
        for (var number = 0; number < 5; number++)
            server.Deliver(Mails.Plain(string.Create(CultureInfo.InvariantCulture, $"来稿 {number}"), "想拍老街的打铁铺"));
        await using var inbox = await ImapRoom.OpenAsync(server.Settings);
        await inbox.RoundAsync();
        var before = await inbox.ReadAllAsync();

        var moved = server.Files()[0];
        await File.WriteAllTextAsync(moved, $"Received: from old.example by new.example; {TimeProvider.System.GetUtcNow():R}\r\n{await File.ReadAllTextAsync(moved, Ct)}", Ct);
        await server.RenumberAsync(Ct);
        server.Deliver(Mails.Plain("新来的", "想拍老街的打铁铺"));
        await inbox.RoundAsync();
        var after = await inbox.ReadAllAsync();

        Assert.NotEqual(before[0].UidValidity, after[^1].UidValidity); // it has really numbered anew
        Assert.Equal((7, 1, 6), (after.Count, after.Count(mail => mail.State is InboundState.Repeat), await inbox.CountPiecesAsync()));
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_of_a_message_keeps_nothing_half()
    {
        await using var server = await Dovecot.StartAsync(Ct);
        var film = Mails.Film(600_000, 7);
        server.Deliver(Mails.WithFilm("龙舟", "湘江边拍的龙舟", film));
        await using var proxy = new CuttingProxy(server.Port, 20_000, 300_000, 700_000);
        await using var inbox = await ImapRoom.OpenAsync(new Dictionary<string, string>(server.Settings) { ["Inbox:Port"] = proxy.Port.ToString(CultureInfo.InvariantCulture) });

        while (proxy.Cuts < 3)
            await Assert.ThrowsAnyAsync<IOException>(inbox.RoundAsync);
        Assert.Empty(await inbox.MailsAsync());
        await inbox.RoundAsync();

        var mail = Assert.Single(await inbox.ReadAllAsync());
        await using var db = inbox.OpenDb();
        Assert.Equal(Uploads.TusClient.Sha256(film), (await db.Assets.SingleAsync(Ct)).Sha256);
        Assert.Equal(InboundState.Piece, mail.State);
        Assert.Single(Directory.EnumerateFiles(Path.Combine(inbox.Root, "blobs", "mail")));
    }

    [Fact]
    public async Task A_waiting_visit_hears_of_a_new_mail()
    {
        await using var server = await Dovecot.StartAsync(Ct);
        await using var inbox = await ImapRoom.OpenAsync(new Dictionary<string, string>(server.Settings) { ["Inbox:IdleFor"] = "00:09:00" });
        await using var visit = await inbox.VisitAsync();
        await inbox.RoundAsync(visit);

        var waiting = visit.WaitAsync(Ct);
        server.Deliver(Mails.Plain("投稿", "想拍老街的打铁铺"));
        await waiting.WaitAsync(TimeSpan.FromMinutes(2), Ct);
        await inbox.RoundAsync(visit);

        Assert.Single(await inbox.MailsAsync());
    }

    [Fact]
    public async Task Taken_mails_are_moved_where_that_is_wished()
    {
        await using var server = await Dovecot.StartAsync(Ct);
        server.Deliver(Mails.Plain("一", "想拍老街的打铁铺"));
        server.Deliver(Mails.Plain("二", "想拍老街的打铁铺"));
        await using var inbox = await ImapRoom.OpenAsync(new Dictionary<string, string>(server.Settings) { ["Inbox:MoveTaken"] = "true" });

        await inbox.RoundAsync();
        server.Deliver(Mails.Plain("三", "想拍老街的打铁铺"));
        await inbox.RoundAsync();

        Assert.Equal((0, 3, 3), (server.Files().Count, server.Files("&XfJlNg-").Count, (await inbox.MailsAsync()).Count));
    }

    [Fact]
    public async Task Two_programs_at_one_mailbox_take_each_mail_once()
    {
        await using var server = await Dovecot.StartAsync(Ct);
        for (var number = 0; number < 20; number++)
            server.Deliver(Mails.Plain(string.Create(CultureInfo.InvariantCulture, $"来稿 {number}"), "想拍老街的打铁铺"));
        await using var one = await ImapRoom.OpenAsync(server.Settings);
        await using var other = await one.TwinAsync();

        await Task.WhenAll(UntilThroughAsync(one), UntilThroughAsync(other));

        Assert.Equal(20, (await one.MailsAsync()).Count);
        await one.ReadAllAsync();
        Assert.Equal(20, await one.CountPiecesAsync());
        Assert.Equal(20, Directory.EnumerateFiles(Path.Combine(one.Root, "blobs", "mail")).Count());
    }

    [Fact]
    public async Task A_wrong_password_is_an_alarm_of_its_own_and_a_good_round_ends_it()
    {
        await using var server = await Dovecot.StartAsync(Ct);
        await using var inbox = await ImapRoom.OpenAsync(new Dictionary<string, string>(server.Settings) { ["Inbox:Password"] = "expired" });
        var watch = inbox.Services.GetRequiredService<MailboxWatch>();

        var refused = await Assert.ThrowsAsync<MailboxException>(inbox.RoundAsync);
        await watch.BadAsync("box", refused, Ct);
        var alarmed = await inbox.RecordAsync();
        await watch.GoodAsync("box", Ct);

        Assert.True(refused.LoginRefused);
        Assert.Equal((true, true), (alarmed.LoginRefused, alarmed.FailingSince is not null));
        var well = await inbox.RecordAsync();
        Assert.Equal((false, null, null), (well.LoginRefused, well.FailingSince, well.AlarmedAt));
        Assert.NotNull(well.LastGoodAt);
    }

    /// <summary>Beaten to a row by the other, a round may break off; as in PollMail the next one goes on.</summary>
    [Fact]
    public async Task The_test_of_the_connection_says_how_far_one_gets_and_leaves_no_mark()
    {
        await using var server = await Dovecot.StartAsync(Ct);
        server.Deliver(Mails.Plain("没读过的", "想拍老街的打铁铺"));
        await using var good = await ImapRoom.OpenAsync(server.Settings);
        await using var bad = await ImapRoom.OpenAsync(new Dictionary<string, string>(server.Settings) { ["Inbox:Password"] = "old" });

        var well = await good.Services.GetRequiredService<TestInbox>().RunAsync(Ct);
        var ill = await bad.Services.GetRequiredService<TestInbox>().RunAsync(Ct);

        Assert.All(well, step => Assert.Null(step.Trouble));
        Assert.Contains(well, step => step.Name.Contains("INBOX", StringComparison.Ordinal));
        Assert.Equal([TestInbox.LoginRefused], ill.Select(step => step.Trouble));
        Assert.DoesNotContain(server.Files(), path => path.EndsWith('S'));
    }

    private static async Task UntilThroughAsync(ImapRoom inbox)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await inbox.RoundAsync();
                return;
            }
            catch (Exception beaten) when (tries < 20 && beaten is DbUpdateException or IOException)
            {
                await Task.Yield();
            }
        }
    }
}
