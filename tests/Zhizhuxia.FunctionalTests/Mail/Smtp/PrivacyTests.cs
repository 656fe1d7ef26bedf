using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Mail.Smtp;

/// <summary>TLS or nothing, whom we believe, and the ways to log in.</summary>
public sealed class PrivacyTests
{
    private static readonly (string, string)[] _login = [("Mail:SmtpUser", "zzx@newsroom.example"), ("Mail:SmtpPassword", "secret-word")];

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_not_believed()
    {
        await using var server = new ScriptedSmtp();
        var row = await OddServerTests.SendOnceAsync(server, [.. _login, ("Mail:SmtpCaFile", "")]);

        Assert.StartsWith("MailNotTakenException: mail-no-tls", row.Error!, StringComparison.Ordinal);
        Assert.Empty(server.Heard);
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_not_believed_whoever_vouches()
    {
        await using var server = new ScriptedSmtp { Authority = new TestAuthority("mail.evil.example") };
        server.Authority.WriteTo(server.Folder);
        var row = await OddServerTests.SendOnceAsync(server, _login);

        Assert.StartsWith("MailNotTakenException: mail-no-tls", row.Error!, StringComparison.Ordinal);
        Assert.Empty(server.Heard);
    }

    [Fact]
    public async Task A_certificate_of_another_authority_is_not_believed()
    {
        using var other = new TestAuthority();
        var folder = Directory.CreateTempSubdirectory("zzx-smtp-").FullName;
        other.WriteTo(folder);
        await using var server = new ScriptedSmtp();
        var row = await OddServerTests.SendOnceAsync(server, [.. _login, ("Mail:SmtpCaFile", Path.Combine(folder, "ca.pem"))]);

        Assert.StartsWith("MailNotTakenException: mail-no-tls", row.Error!, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("502 5.5.1 no such thing")]
    [InlineData("454 4.7.0 not now")]
    public async Task A_refused_STARTTLS_never_ends_in_plain_text(string answer)
    {
        await using var server = new ScriptedSmtp { StartTls = true, Answers = { ["STARTTLS"] = answer } };
        var row = await OddServerTests.SendOnceAsync(server, _login);

        Assert.Equal($"MailNotTakenException: mail-no-starttls {answer}", row.Error);
        Assert.Equal(["EHLO newsroom.example", "STARTTLS"], server.Heard);
    }

    [Fact]
    public async Task A_STARTTLS_that_is_not_offered_never_ends_in_plain_text()
    {
        await using var server = new ScriptedSmtp { StartTls = true, Answers = { ["EHLO"] = "250 test" } };
        var row = await OddServerTests.SendOnceAsync(server, _login);

        Assert.Equal("MailNotTakenException: mail-no-starttls", row.Error);
        Assert.Equal(["EHLO newsroom.example"], server.Heard);
    }

    [Fact]
    public async Task Words_put_in_before_TLS_are_refused()
    {
        await using var server = new ScriptedSmtp { StartTls = true, Injected = "250 2.0.0 forged" };
        var row = await OddServerTests.SendOnceAsync(server, _login);

        Assert.Equal("MailNotTakenException: mail-no-tls The server spoke before TLS began.", row.Error);
    }

    [Theory]
    [InlineData("AUTH PLAIN LOGIN", "Password", "AUTH PLAIN AHp6eEBuZXdzcm9vbS5leGFtcGxlAHNlY3JldC13b3Jk")]
    [InlineData("AUTH=LOGIN", "Password", "AUTH LOGIN|enp4QG5ld3Nyb29tLmV4YW1wbGU=|c2VjcmV0LXdvcmQ=")]
    [InlineData("AUTH LOGIN XOAUTH2", "XOAuth2", "AUTH XOAUTH2 dXNlcj16enhAbmV3c3Jvb20uZXhhbXBsZQFhdXRoPUJlYXJlciBzZWNyZXQtd29yZAEB")]
    public async Task A_login_goes_the_way_the_server_offers(string offered, string setting, string said)
    {
        await using var server = new ScriptedSmtp { Features = [offered] };
        await using var outbox = await OddServerTests.OpenAsync(server, [.. _login, ("Mail:SmtpLogin", setting)]);
        var id = await outbox.WriteAsync(LetterKind.Received);

        await outbox.SendNextAsync();

        Assert.Equal(LetterState.Sent, (await outbox.FindAsync(id)).State);
        Assert.Equal(said.Split('|'), server.Heard.Skip(1).TakeWhile(line => !line.StartsWith("MAIL", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("AUTH CRAM-MD5", "Password")]
    [InlineData("AUTH PLAIN", "XOAuth2")]
    [InlineData("HELP", "Password")]
    public async Task Without_a_way_to_log_in_nothing_is_sent(string offered, string setting)
    {
        await using var server = new ScriptedSmtp { Features = [offered] };
        var row = await OddServerTests.SendOnceAsync(server, [.. _login, ("Mail:SmtpLogin", setting)]);

        Assert.Equal("MailNotTakenException: mail-no-login", row.Error);
        Assert.Equal(["EHLO newsroom.example"], server.Heard);
    }

    [Fact]
    public async Task A_refused_token_is_answered_and_told()
    {
        await using var server = new ScriptedSmtp
        {
            Features = ["AUTH XOAUTH2"], Answers = { ["AUTH"] = "334 eyJzdGF0dXMiOiI0MDAifQ==", ["?"] = "535 5.7.8 token of zzx@newsroom.example is old" },
        };
        var row = await OddServerTests.SendOnceAsync(server, [.. _login, ("Mail:SmtpLogin", "XOAuth2")]);

        Assert.Equal("MailNotTakenException: mail-login-refused 535 5.7.8 token of … is old", row.Error);
        Assert.Equal(Zhizhuxia.Jobs.JobState.Ready, row.JobState);
        Assert.Equal("", server.Heard[^1]);
    }

    [Fact]
    public async Task After_a_refused_login_the_server_is_left_alone_for_a_while()
    {
        var clock = new MovableClock();
        await using var server = new ScriptedSmtp { Answers = { ["AUTH"] = "535 5.7.8 wrong" } };
        await using var outbox = await Outbox.OpenAsync(
            services => services.AddSingleton<TimeProvider>(clock), [.. server.Settings, .. _login, ("Jobs:FirstBackOff", "00:00:00.001")]);
        var first = await outbox.WriteAsync(LetterKind.Received);
        await outbox.SendNextAsync();

        server.Answers.Clear();
        var second = await outbox.WriteAsync(LetterKind.Received);
        await outbox.SendNextAsync();
        await outbox.SendNextAsync();

        Assert.Equal(1, server.Visits);
        Assert.Equal("MailNotTakenException: mail-login-refused 535 5.7.8 wrong", (await RealServerTests.FindAsync(outbox, second)).Error);
        clock.Forward(TimeSpan.FromMinutes(6));
        while ((await outbox.FindAsync(first)).State is LetterState.Waiting || (await outbox.FindAsync(second)).State is LetterState.Waiting)
            await outbox.SendNextAsync(); // the back-offs are of milliseconds
        Assert.Equal(3, server.Visits);
    }

    [Fact]
    public async Task The_password_file_is_read_anew_for_each_letter()
    {
        var file = Path.GetTempFileName();
        await using var server = new ScriptedSmtp { Features = ["AUTH PLAIN"] };
        await using var outbox = await OddServerTests.OpenAsync(server, ("Mail:SmtpUser", "zzx"), ("Mail:SmtpPasswordFile", file));
        foreach (var secret in new[] { "one\n", "two\r\n" })
        {
            await File.WriteAllTextAsync(file, secret, TestContext.Current.CancellationToken);
            await outbox.WriteAsync(LetterKind.Received);
            await outbox.SendNextAsync();
        }

        Assert.Equal(["AUTH PLAIN AHp6eABvbmU=", "AUTH PLAIN AHp6eAB0d28="], server.Heard.Where(line => line.StartsWith("AUTH", StringComparison.Ordinal)));
        File.Delete(file);
    }
}
