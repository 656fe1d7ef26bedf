namespace Zhizhuxia.Mail.Imap;

/// <summary>Comes in: CAPABILITY, the best way to log in that both know, and ID before any folder is entered, which 163 and 126 demand (RFC 2971).</summary>
internal static class ImapLogin
{
    /// <exception cref="MailboxException">The server does not let us in.</exception>
    public static async Task RunAsync(ImapSession session, InboxOptions options, CancellationToken ct)
    {
        await session.RunAsync("CAPABILITY", ct);
        var (command, more) = Way(session, options);
        var answer = await session.TryAsync(command, more, ct);
        if (answer.Kind != "OK")
            throw new MailboxException(ImapSession.Said(answer)) { LoginRefused = true };
        await session.RunAsync("CAPABILITY", ct); // some say only now what they can
        if (session.Capabilities.Contains("ID"))
            await session.RunAsync("""ID ("name" "zhizhuxia" "version" "1.0" "vendor" "zhizhuxia")""", ct);
    }

    private static (string Command, string? More) Way(ImapSession session, InboxOptions options)
    {
        if (options.AccessToken.Length > 0)
            return ("AUTHENTICATE XOAUTH2", Sasl.XOAuth2(options.User, options.AccessToken));
        if (session.Capabilities.Contains("AUTH=PLAIN"))
            return ("AUTHENTICATE PLAIN", Sasl.Plain(options.User, options.Password));
        return session.Capabilities.Contains("LOGINDISABLED")
            ? throw new MailboxException("The server offers no way to log in that we know") { LoginRefused = true }
            : ($"LOGIN {ImapNames.Quote(options.User)} {ImapNames.Quote(options.Password)}", null);
    }
}
