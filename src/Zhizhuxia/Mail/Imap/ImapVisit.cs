using System.Globalization;

namespace Zhizhuxia.Mail.Imap;

/// <summary>The mailbox behind an open connection.</summary>
internal sealed class ImapVisit(ImapSession session, IReadOnlyList<MailFolder> folders, InboxOptions options) : IMailboxVisit
{
    private MailFolder _folder = folders[^1];

    public IReadOnlyList<MailFolder> Folders => folders;

    public async Task<long> EnterAsync(MailFolder folder, CancellationToken ct)
    {
        session.Forget();
        _folder = folder;
        await session.RunAsync($"SELECT {ImapNames.Quote(ImapNames.Encode(folder.Name))}", ct);
        return session.UidValidity;
    }

    public async Task<IReadOnlyList<MailItem>> ListAsync(long? after, DateTimeOffset since, CancellationToken ct)
    {
        session.HasNews = false;
        var uids = after is { } last ? await ImapMessages.AfterAsync(session, last, ct) : await ImapMessages.SinceAsync(session, since, ct);
        return [.. uids.Select(uid => new MailItem(uid, string.Create(CultureInfo.InvariantCulture, $"{_folder.Name}\n{session.UidValidity}\n{uid}")))];
    }

    public Task<bool> ReadAsync(MailItem item, Func<Stream, Task> take, CancellationToken ct) => ImapMessages.FetchAsync(session, item.Uid!.Value, take, ct);

    public async Task TakenAsync(MailItem item, CancellationToken ct)
    {
        if (options.MoveTaken && !_folder.IsJunk)
            await ImapMessages.MoveAsync(session, item.Uid!.Value, options.TakenFolder, ct);
    }

    /// <summary>What came after the list was made has been announced since, or will be now.</summary>
    public async Task WaitAsync(CancellationToken ct)
    {
        if (session.HasNews)
            return;
        if (session.Capabilities.Contains("IDLE"))
            await session.IdleAsync(options.IdleFor, ct);
        else
        {
            await Task.Delay(options.AskEvery, ct);
            await session.RunAsync("NOOP", ct);
        }
    }

    public ValueTask DisposeAsync() => session.DisposeAsync();
}
