using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Zhizhuxia.Data;
using Zhizhuxia.Mail.Mime;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>
/// Keeps in the database how the newsroom stands with its mailbox, and says aloud when it changes: an alarm after too long without a good round, another
/// at once when the mailbox does not let us in, and when all is well again. The administrators hear it by mail, in the same transaction.
/// </summary>
public sealed partial class MailboxWatch(IServiceScopeFactory scopes, MailboxAlarm alarm, TimeProvider clock, IOptions<InboxOptions> options, ILogger<MailboxWatch> log)
{
    /// <summary>Good rounds are written down only so often.</summary>
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(1);

    private const int LongestTrouble = 200;

    /// <summary>A round went well.</summary>
    public async Task GoodAsync(string mailbox, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var record = await FindAsync(db, mailbox, ct);
        var now = clock.GetUtcNow();
        if (record is { LastGoodAt: { } last, FailingSince: null } && now - last < Often)
            return;
        if (record.AlarmedAt is not null)
            LogRecovered();
        if (record.FailingSince is { } since && (record.AlarmedAt is not null || record.LoginRefused))
            await alarm.AddAsync(db, MailboxNews.Recovered, since, null, ct);
        (record.LastGoodAt, record.FailingSince, record.AlarmedAt, record.Trouble, record.LoginRefused) = (now, null, null, null, false);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>A round did not come to its end.</summary>
    public async Task BadAsync(string mailbox, Exception trouble, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var record = await FindAsync(db, mailbox, ct);
        var now = clock.GetUtcNow();
        var refused = trouble is MailboxException { LoginRefused: true };
        var since = record.FailingSince ??= now;
        record.Trouble = HeaderText.Clean(trouble.Message, LongestTrouble);
        if (refused && !record.LoginRefused)
        {
            LogLoginRefused();
            await alarm.AddAsync(db, MailboxNews.LoginRefused, since, record.Trouble, ct);
        }
        record.LoginRefused |= refused; // until all is well: who was told of it is told of that too
        if (record.AlarmedAt is null && now - (record.LastGoodAt ?? record.FailingSince) >= options.Value.AlarmAfter)
        {
            record.AlarmedAt = now;
            LogAlarm(record.LastGoodAt);
            if (!refused) // that was told already
                await alarm.AddAsync(db, MailboxNews.Silent, since, record.Trouble, ct);
        }
        await db.SaveChangesAsync(ct);
    }

    private static async Task<MailboxRecord> FindAsync(PortalDb db, string mailbox, CancellationToken ct)
    {
        if (await db.MailboxRecords.SingleOrDefaultAsync(row => row.Mailbox == mailbox, ct) is { } known)
            return known;
        var record = new MailboxRecord { Mailbox = mailbox };
        db.Add(record);
        return record;
    }

    [LoggerMessage(LogLevel.Critical, "No mail can be fetched; the last good round was at {LastGood}")]
    private partial void LogAlarm(DateTimeOffset? lastGood);

    [LoggerMessage(LogLevel.Critical, "The mailbox refuses the login: the password or 授权码 is not, or no longer, right")]
    private partial void LogLoginRefused();

    [LoggerMessage(LogLevel.Warning, "Mail is fetched again")]
    private partial void LogRecovered();
}
