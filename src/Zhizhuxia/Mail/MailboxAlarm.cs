using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>Writes to the administrators how the mailbox stands: mail may go out while none comes in. Each hears each news of one failure once.</summary>
public sealed class MailboxAlarm(StaffTexts texts, TimeProvider clock)
{
    /// <summary>Adds the letters; saving is the caller's.</summary>
    /// <param name="since">Since when it fails; tells one failure from the next.</param>
    /// <param name="trouble">In the server's or the system's words, or null.</param>
    public async Task AddAsync(PortalDb db, MailboxNews news, DateTimeOffset since, string? trouble, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var people = await db.AtWork().AsNoTracking().Where(editor => editor.Email != null).OrderBy(editor => editor.Id).ToListAsync(ct);
        foreach (var editor in people.Where(editor => editor.Roles.Contains(Role.Administrator)))
        {
            var key = $"mailbox {news} {since.UtcTicks} {editor.Id:N}";
            if (!await db.Letters.AnyAsync(letter => letter.Key == key, ct))
                db.WriteToStaff(editor, LetterKind.StaffMailbox, null, key, texts.Mailbox(editor.DisplayName, news, since, trouble), now);
        }
    }
}
