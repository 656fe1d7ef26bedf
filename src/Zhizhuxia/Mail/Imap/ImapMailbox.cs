using Microsoft.Extensions.Options;

namespace Zhizhuxia.Mail.Imap;

/// <summary>The newsroom's mailbox at a provider: IMAP4rev1 by TLS, one connection.</summary>
public sealed class ImapMailbox(IOptions<InboxOptions> options) : IMailbox
{
    private readonly InboxOptions _options = options.Value;

    public string Name => $"imap:{_options.User}@{_options.Host}";

    public async Task<IMailboxVisit> VisitAsync(CancellationToken ct)
    {
        var session = await ImapSession.OpenAsync(_options, ct);
        ImapVisit? visit = null;
        try
        {
            await ImapLogin.RunAsync(session, _options, ct);
            var folders = await ImapFolders.ReadAsync(session, _options.JunkFolder, ct);
            if (_options.MoveTaken)
                await session.TryAsync($"CREATE {ImapNames.Quote(ImapNames.Encode(_options.TakenFolder))}", null, ct); // NO: it is there
            return visit = new ImapVisit(session, folders, _options);
        }
        finally
        {
            if (visit is null)
                await session.DisposeAsync();
        }
    }
}
