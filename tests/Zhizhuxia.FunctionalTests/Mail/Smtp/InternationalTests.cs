using System.Text;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Mail.Smtp;

/// <summary>Addresses beyond ASCII (RFC 6531).</summary>
public sealed class InternationalTests
{
    private const string Reader = "读者@reader.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_offers_SMTPUTF8_is_asked_for_it_where_it_is_needed()
    {
        await using var server = await RealSmtp.StartAsync(Ct);
        await using var outbox = await Outbox.OpenAsync(null, server.Settings);
        await outbox.WriteAsync(LetterKind.Received, to: Reader);
        await outbox.WriteAsync(LetterKind.Received, to: "li@example.org");

        Assert.True(await outbox.SendNextAsync());
        Assert.True(await outbox.SendNextAsync());

        Assert.Equal(Reader, server.Envelope(1)[1]);
        Assert.Contains("SMTPUTF8", server.Envelope(1));
        Assert.Contains($"To: {Reader}\r\n", Encoding.UTF8.GetString(server.Mail(1)), StringComparison.Ordinal);
        Assert.DoesNotContain("SMTPUTF8", server.Envelope(2));
    }

    [Fact]
    public async Task A_server_that_cannot_is_not_tried_and_an_editor_sees_why()
    {
        await using var server = new ScriptedSmtp();
        await using var outbox = await Outbox.OpenAsync(null, server.Settings);
        await outbox.WriteAsync(LetterKind.Received, to: Reader);

        await outbox.SendNextAsync();

        await using var db = outbox.OpenDb();
        Assert.StartsWith("MailNotTakenException: mail-no-utf8", Assert.Single(db.Jobs.Where(job => job.LetterId != null)).Error, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }
}
