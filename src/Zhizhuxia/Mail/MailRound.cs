using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Zhizhuxia.Mail;

/// <summary>
/// One look through a mailbox: each new mail goes into the store first, then into a row with its job and the cursor, then may be tidied away. Cut off
/// anywhere, the next round begins where the rows end.
/// </summary>
public sealed class MailRound(IServiceScopeFactory scopes, KeepRawMail keep, TimeProvider clock, IOptions<InboxOptions> options)
{
    /// <exception cref="IOException">Trouble with the mailbox or the disk; what was taken before stays taken.</exception>
    public async Task RunAsync(IMailbox mailbox, IMailboxVisit visit, CancellationToken ct)
    {
        foreach (var folder in visit.Folders)
        {
            var uidValidity = await visit.EnterAsync(folder, ct);
            var after = await InScopeAsync(record => record.CursorAsync(mailbox.Name, folder.Name, uidValidity, ct));
            foreach (var item in await visit.ListAsync(after, Since(), ct))
                await TakeAsync(mailbox.Name, visit, folder, uidValidity, item, ct);
        }
    }

    private async Task TakeAsync(string mailbox, IMailboxVisit visit, MailFolder folder, long uidValidity, MailItem item, CancellationToken ct)
    {
        RawMail? kept = null;
        var isWhole = await visit.ReadAsync(item, async content => kept = await keep.RunAsync(mailbox, item, content, ct), ct);
        if (kept is not { } raw)
            return;
        if (!isWhole)
        {
            await keep.ForgetAsync(raw.Key, ct);
            return;
        }
        if (!await InScopeAsync(record => record.RunAsync(mailbox, folder, uidValidity, item.Uid, raw, ct)))
            await keep.ForgetAsync(raw.Key, ct);
        await visit.TakenAsync(item, ct);
    }

    /// <summary>A day more, because servers count days by their own clocks.</summary>
    private DateTimeOffset Since() => clock.GetUtcNow().AddDays(-options.Value.RescanDays - 1);

    /// <summary>Each mail has a context of its own, so that nothing grows with the number of mails.</summary>
    private async Task<T> InScopeAsync<T>(Func<RecordMail, Task<T>> step)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await step(scope.ServiceProvider.GetRequiredService<RecordMail>());
    }
}
