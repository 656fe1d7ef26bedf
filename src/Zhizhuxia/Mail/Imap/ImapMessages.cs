using System.Globalization;
using System.Text.RegularExpressions;

namespace Zhizhuxia.Mail.Imap;

/// <summary>The mails of the folder that was entered (RFC 3501 §6.4). Sets of UIDs ascend, always: QQ rejects others.</summary>
internal static partial class ImapMessages
{
    /// <summary>The UIDs above a number, ascending. <c>n:*</c> finds the last one even where it is below n, so that all are looked at again here.</summary>
    public static async Task<IReadOnlyList<long>> AfterAsync(ImapSession session, long uid, CancellationToken ct)
    {
        if (session.UidNext > 0 && session.UidNext <= uid + 1)
            return []; // n:* would descend
        var last = session.UidNext > 0 ? (session.UidNext - 1).ToString(CultureInfo.InvariantCulture) : "*";
        var found = await SearchAsync(session, string.Create(CultureInfo.InvariantCulture, $"UID {uid + 1}:{last}"), ct);
        return [.. found.Where(one => one > uid)];
    }

    /// <summary>The UIDs of what came at a day or later, ascending.</summary>
    public static Task<IReadOnlyList<long>> SinceAsync(ImapSession session, DateTimeOffset day, CancellationToken ct) =>
        SearchAsync(session, $"SINCE {day.ToString("d-MMM-yyyy", CultureInfo.InvariantCulture)}", ct);

    /// <summary>Hands over one message as it comes, without marking it as seen.</summary>
    /// <returns>False if it is not there any more, or has no bytes.</returns>
    public static async Task<bool> FetchAsync(ImapSession session, long uid, Func<Stream, Task> take, CancellationToken ct)
    {
        var taken = false;
        await session.RunAsync(string.Create(CultureInfo.InvariantCulture, $"UID FETCH {uid} (UID BODY.PEEK[])"), _ => { }, async (before, content) =>
        {
            if (taken || !Body().IsMatch(before))
                return false;
            await take(content);
            return taken = true;
        }, ct);
        return taken;
    }

    /// <summary>Moves a mail (RFC 6851); where the server cannot, copies it, and removes the first one only where that touches no other (RFC 4315).</summary>
    public static async Task MoveAsync(ImapSession session, long uid, string folder, CancellationToken ct)
    {
        var (number, name) = (uid.ToString(CultureInfo.InvariantCulture), ImapNames.Quote(ImapNames.Encode(folder)));
        if (session.Capabilities.Contains("MOVE"))
        {
            await session.RunAsync($"UID MOVE {number} {name}", ct);
            return;
        }
        await session.RunAsync($"UID COPY {number} {name}", ct);
        if (!session.Capabilities.Contains("UIDPLUS"))
            return;
        await session.RunAsync($@"UID STORE {number} +FLAGS.SILENT (\Deleted)", ct);
        await session.RunAsync($"UID EXPUNGE {number}", ct);
    }

    private static async Task<IReadOnlyList<long>> SearchAsync(ImapSession session, string what, CancellationToken ct)
    {
        var found = new SortedSet<long>();
        await session.RunAsync($"UID SEARCH {what}", response =>
        {
            if (response.Kind != "SEARCH")
                return;
            foreach (var word in response.Text.Split(' ').Skip(1))
            {
                if (long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var uid))
                    found.Add(uid);
            }
        }, null, ct);
        return [.. found];
    }

    [GeneratedRegex(@"^\* \d+ FETCH \(.*BODY\[\] ~?\{\d+\}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Body();
}
