using System.Text;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;
using Zhizhuxia.UnitTests.Mail;

namespace Zhizhuxia.FunctionalTests.Mail.Smtp;

/// <summary>What becomes of a letter when the server refuses, puts off, hangs up or is not who it says.</summary>
public sealed class OddServerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("RCPT", "550 no mailbox here", "mail-no-such-reader 550 no mailbox here")]
    [InlineData("RCPT", "552 5.2.2 over quota", "mail-mailbox-full 552 5.2.2 over quota")]
    [InlineData("RCPT", "550 5.7.1 we do not like you", "mail-policy 550 5.7.1 we do not like you")]
    [InlineData("MAIL", "553 5.7.1 not your address", "mail-policy 553 5.7.1 not your address")]
    [InlineData("MAIL", "501 who is that", "mail-sender-refused 501 who is that")]
    [InlineData("DATA", "554 no", "mail-refused 554 no")]
    [InlineData(".", "552 5.3.4 too big", "mail-too-big 552 5.3.4 too big")]
    [InlineData(".", "554-5.7.1 spam?\r\n554 5.7.1 see https://x.example", "mail-policy 554 5.7.1 spam? 5.7.1 see https://x.example")]
    public async Task A_refusal_for_good_parks_the_letter_at_once(string command, string answer, string cause)
    {
        await using var server = new ScriptedSmtp { Answers = { [command] = answer } };
        var row = await SendOnceAsync(server);

        Assert.Equal((JobState.Dead, 1, $"MailNotTakenException: {cause}"), (row.JobState, row.Failures, row.Error));
    }

    [Theory]
    [InlineData("", "554 go away", "mail-strange-server 554 go away")]
    [InlineData("", "HTTP/1.1 400 Bad Request", "mail-strange-server")]
    [InlineData("", "421 4.3.2 closing", "mail-later 421 4.3.2 closing")]
    [InlineData("RCPT", "450 4.2.0 greylisted", "mail-later 450 4.2.0 greylisted")]
    [InlineData("RCPT", "452 4.2.2 full for now", "mail-mailbox-full 452 4.2.2 full for now")]
    [InlineData("MAIL", "421 4.7.0 too many of you", "mail-later 421 4.7.0 too many of you")]
    [InlineData("MAIL", "", "mail-lost The server hung up.")]
    [InlineData(".", "451 4.3.0 try later", "mail-later 451 4.3.0 try later")]
    public async Task Whatever_may_pass_is_tried_again(string command, string answer, string cause)
    {
        await using var server = new ScriptedSmtp { Answers = { [command] = answer } };
        var row = await SendOnceAsync(server);

        Assert.Equal((JobState.Ready, 1, "重试中", $"MailNotTakenException: {cause}"), (row.JobState, row.Failures, row.Word(Outbox.Now), row.Error));
    }

    [Fact]
    public async Task An_unsure_end_is_sent_again_under_the_same_id()
    {
        await using var server = new ScriptedSmtp { Answers = { ["."] = "" } };
        await using var outbox = await OpenAsync(server);
        var id = await outbox.WriteAsync(LetterKind.Received);
        await outbox.SendNextAsync();
        Assert.StartsWith("MailNotTakenException: mail-unsure", (await RealServerTests.FindAsync(outbox, id)).Error!, StringComparison.Ordinal);

        server.Answers.Clear();
        while (!await outbox.SendNextAsync())
            await Task.Yield(); // the back-off of a millisecond

        Assert.Equal(LetterState.Sent, (await outbox.FindAsync(id)).State);
        Assert.Equal(2, server.Messages.Count);
        Assert.Single(server.Messages.Select(message => StrictMail.Read(Encoding.ASCII.GetBytes(message))["Message-ID"]).Distinct());
    }

    [Fact]
    public async Task Nobody_listening_is_tried_again()
    {
        var server = new ScriptedSmtp();
        await using var outbox = await OpenAsync(server, ("Mail:SmtpCaFile", ""));
        await server.DisposeAsync();
        var id = await outbox.WriteAsync(LetterKind.Received);

        await outbox.SendNextAsync();

        var row = await RealServerTests.FindAsync(outbox, id);
        Assert.Equal(JobState.Ready, row.JobState);
        Assert.StartsWith("MailNotTakenException: mail-unreachable", row.Error!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_left_after_its_time()
    {
        await using var server = new ScriptedSmtp { StartTls = true, Answers = { ["EHLO"] = "250-and so on" } };
        await using var outbox = await OpenAsync(server, ("Mail:SmtpTimeout", "00:00:01"));
        var id = await outbox.WriteAsync(LetterKind.Received);

        await outbox.SendNextAsync();

        Assert.Equal("MailNotTakenException: mail-silent", (await RealServerTests.FindAsync(outbox, id)).Error);
    }

    [Fact]
    public async Task A_message_larger_than_the_server_takes_is_not_even_offered()
    {
        await using var server = new ScriptedSmtp { Features = ["SIZE 1000"] };
        var row = await SendOnceAsync(server);

        Assert.StartsWith("MailNotTakenException: mail-too-big", row.Error!, StringComparison.Ordinal);
        Assert.Equal(JobState.Dead, row.JobState);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PIPELINING", true)]
    [InlineData("HELP", false)]
    public async Task Commands_go_together_only_where_that_is_offered(string feature, bool together)
    {
        await using var server = new ScriptedSmtp { Features = [feature], Answers = { ["MAIL"] = "451 4.3.0 not now" } };
        var row = await SendOnceAsync(server);

        Assert.Equal("MailNotTakenException: mail-later 451 4.3.0 not now", row.Error);
        Assert.Equal(together, server.Heard.Any(line => line.StartsWith("RCPT", StringComparison.Ordinal)));
        Assert.DoesNotContain("DATA", server.Heard);
    }

    internal static Task<Outbox> OpenAsync(ScriptedSmtp server, params (string Name, string Value)[] settings) =>
        Outbox.OpenAsync(null, [("Jobs:FirstBackOff", "00:00:00.001"), .. server.Settings.Where(setting => !settings.Any(own => own.Name == setting.Name)), .. settings]);

    internal static async Task<Zhizhuxia.Mail.LetterRow> SendOnceAsync(ScriptedSmtp server, params (string Name, string Value)[] settings)
    {
        await using var outbox = await OpenAsync(server, settings);
        var id = await outbox.WriteAsync(LetterKind.Received);
        Assert.True(await outbox.SendNextAsync());
        return await RealServerTests.FindAsync(outbox, id);
    }
}
