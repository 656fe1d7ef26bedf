using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Zhizhuxia.Jobs;
using Zhizhuxia.Mail;
using Zhizhuxia.Mail.Reading;
using Zhizhuxia.Mail.Smtp;
using Zhizhuxia.Submissions;
using Zhizhuxia.UnitTests.Mail;

namespace Zhizhuxia.FunctionalTests.Mail.Smtp;

/// <summary>Letters through a real mail server (python3-aiosmtpd), read back by the reader that readers' mails go through.</summary>
public sealed class RealServerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("implicit", "Implicit")]
    [InlineData("starttls", "StartTls")]
    public async Task A_letter_arrives_readable_by_TLS_and_login(string security, string setting)
    {
        await using var server = await RealSmtp.StartAsync(Ct, security);
        await using var outbox = await Outbox.OpenAsync(null, [.. server.Settings, ("Mail:SmtpSecurity", setting), ("Mail:FromName", "知株侠·刘振")]);
        var id = await outbox.WriteAsync(LetterKind.Received);

        Assert.True(await outbox.SendNextAsync());

        var letter = await outbox.FindAsync(id);
        Assert.Equal((1, LetterState.Sent), (server.Count, letter.State));
        var envelope = server.Envelope(1);
        Assert.Equal([RealSmtp.User, "li@example.org", "True", "True"], [envelope[0], envelope[1], envelope[^2], envelope[^1]]);
        Assert.Contains($"SIZE={server.Mail(1).Length}", envelope);
        var read = await ReadAsync(outbox, server.Mail(1));
        Assert.Equal((letter.Subject, "知株侠·刘振", RealSmtp.User), (read.Subject, read.From!.Name, read.From.Address));
        Assert.Matches("^【知株侠 ZX261122-[0-9]+】您的投稿《湘江的早晨》已收到$", read.Subject!);
        Assert.Equal(letter.Body!.Trim(), read.Text.ReplaceLineEndings("\n").Trim());
        Assert.StartsWith("李翰，您好：", read.Text, StringComparison.Ordinal);
        Assert.Empty(read.Parts);
        Assert.Equal(MailKind.Own, read.Kind);
        Assert.Equal("auto-generated", StrictMail.Read(server.Mail(1))["Auto-Submitted"]);
    }

    [Fact]
    public async Task Every_kind_of_letter_arrives_with_its_words()
    {
        await using var server = await RealSmtp.StartAsync(Ct);
        await using var outbox = await Outbox.OpenAsync(null, server.Settings);
        var kinds = LetterKinds.ToReaders;
        foreach (var kind in kinds)
            await outbox.WriteAsync(kind, with: piece => piece.ShortCode = $"7K3M{(int)kind:D2}");

        for (var i = 1; i <= kinds.Count; i++)
        {
            Assert.True(await outbox.SendNextAsync());
            var read = await ReadAsync(outbox, server.Mail(i));
            Assert.Contains("《湘江的早晨》", read.Text, StringComparison.Ordinal);
            StrictMail.Read(server.Mail(i));
        }

        Assert.Equal(kinds.Count, server.Count);
    }

    [Fact]
    public async Task A_reader_who_is_not_there_parks_the_letter_with_its_cause_at_once()
    {
        await using var server = await RealSmtp.StartAsync(Ct);
        await using var outbox = await Outbox.OpenAsync(null, server.Settings);
        var id = await outbox.WriteAsync(LetterKind.Received, to: "nobody@example.org");

        await outbox.SendNextAsync();

        var row = await FindAsync(outbox, id);
        Assert.Equal((JobState.Dead, 1, "发不出去"), (row.JobState, row.Failures, row.Word(Outbox.Now)));
        Assert.Equal("MailNotTakenException: mail-no-such-reader 550 5.1.1 <…>: no such user", row.Error);
    }

    [Fact]
    public async Task A_stop_between_the_server_and_the_row_sends_the_same_id_again()
    {
        await using var server = await RealSmtp.StartAsync(Ct);
        await using var outbox = await Outbox.OpenAsync(
            services => services.AddSingleton<IMailTransport, DiesAfterwards>(), [.. server.Settings, ("Jobs:FirstBackOff", "00:00:00.001")]);
        var id = await outbox.WriteAsync(LetterKind.Received);

        Assert.True(await outbox.SendNextAsync());
        Assert.Equal(LetterState.Waiting, (await outbox.FindAsync(id)).State);
        while (!await outbox.SendNextAsync())
            await Task.Yield(); // the back-off of a millisecond

        Assert.Equal((2, LetterState.Sent), (server.Count, (await outbox.FindAsync(id)).State));
        Assert.Equal(StrictMail.Read(server.Mail(1))["Message-ID"], StrictMail.Read(server.Mail(2))["Message-ID"]);
    }

    [Fact]
    public async Task A_second_job_of_a_sent_letter_sends_nothing()
    {
        await using var server = await RealSmtp.StartAsync(Ct);
        await using var outbox = await Outbox.OpenAsync(null, server.Settings);
        var id = await outbox.WriteAsync(LetterKind.Received);
        await outbox.SendNextAsync();
        await using (var db = outbox.OpenDb())
        {
            db.Jobs.Add(Job.ForLetter((await outbox.FindAsync(id)).SubmissionId, id, Outbox.Now, Outbox.Now));
            await db.SaveChangesAsync(Ct);
        }

        Assert.True(await outbox.SendNextAsync());

        Assert.Equal(1, server.Count);
    }

    internal static async Task<LetterRow> FindAsync(Outbox outbox, Guid id)
    {
        await using var scope = outbox.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<LetterList>().FindAsync(id, Ct))!;
    }

    private static async Task<MailReading> ReadAsync(Outbox outbox, byte[] mail)
    {
        using var raw = new MemoryStream(mail);
        return await outbox.Services.GetRequiredService<ReadMessage>().RunAsync(raw, (_, _, _, _) => throw new InvalidOperationException("A letter has no attachment"), Ct);
    }

    /// <summary>Hands the first mail over, then breaks as a program does that is killed before it can say so.</summary>
    private sealed class DiesAfterwards(IOptions<SmtpOptions> options, TimeProvider clock) : IMailTransport
    {
        private readonly SmtpTransport _server = new(options, clock);
        private bool _died;

        public async Task SendAsync(OutgoingMail mail, CancellationToken ct)
        {
            await _server.SendAsync(mail, ct);
            if (_died)
                return;
            _died = true;
            throw new IOException("killed");
        }
    }
}
