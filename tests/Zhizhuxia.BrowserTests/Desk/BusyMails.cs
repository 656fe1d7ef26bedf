using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.BrowserTests.Desk;

/// <summary>Mails on every shelf of the 收信台, and what they leave on a piece.</summary>
internal static class BusyMails
{
    public static void Add(PortalDb db, Submission piece, DateTimeOffset now)
    {
        var (number, letter) = (0, piece.Letters[0]);
        db.Attach(letter);
        letter.ReturnedAt = now;
        foreach (var (state, cause) in new[]
                 {
                     (InboundState.Unmatched, "other-sender"), (InboundState.Unmatched, "reply-to-nothing"), (InboundState.SetAside, "no-header"), (InboundState.Junk, null),
                     (InboundState.Ignored, "auto-reply"), (InboundState.Joined, null), (InboundState.Piece, null), (InboundState.Discarded, (string?)null),
                 })
        {
            var mail = Mail(++number, now);
            mail.Settle(Facts(state), state, state is InboundState.SetAside or InboundState.Junk or InboundState.Ignored || cause is "reply-to-nothing" ? null : piece.Id, cause);
            mail.Sign("周全能");
            db.Add(mail);
        }
        var bounce = Mail(++number, now);
        bounce.Settle(Facts(InboundState.Bounce), letter, null);
        db.Add(bounce);
        db.Add(new AwaitedFile { Id = Guid.CreateVersion7(), SubmissionId = piece.Id, Name = "湘江龙舟原片.mp4", Size = "128.03M", Url = $"https://wx.mail.qq.com/ftn/download?func=3&k={new string('a', 120)}", Expires = now.AddDays(3).AddHours(1), CreatedAt = now });
        db.Add(new MailboxRecord { Mailbox = "imap:paper@mail.example", LastGoodAt = now.AddHours(-1), FailingSince = now.AddMinutes(-50), AlarmedAt = now.AddMinutes(-40), Trouble = "The server has closed the connection" });
        db.Add(new MailboxRecord { Mailbox = "imap:other@mail.example", LastGoodAt = now.AddHours(-1), FailingSince = now.AddMinutes(-50), LoginRefused = true });
        db.Add(new MailboxRecord { Mailbox = "folder", LastGoodAt = now });
    }

    private static InboundMail Mail(int number, DateTimeOffset now)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture))));
        return new()
        {
            Id = Guid.CreateVersion7(now.AddMinutes(-number)), Mailbox = "folder", Folder = "mail-in", UidValidity = 0, Uid = null, IsJunk = false, RawKey = $"mail/{hash}", Size = 204_800,
            Sha256 = hash, ReceivedAt = now.AddMinutes(-number), MessageId = $"<{number}@reader.example>", From = "lin@reader.example", SentAt = now.AddHours(-number),
        };
    }

    private static MailFacts Facts(InboundState state) => new()
    {
        Kind = state is InboundState.Bounce ? MailKind.Bounce : MailKind.Reply, FromName = "林先生", Returned = state is InboundState.Bounce ? new("5.1.1", "550 5.1.1 <lin@reader.example>: Recipient address rejected: User unknown in virtual mailbox table") : null, ReplyTo = "lin.other@reader.example", Subject = "回复：【知株侠 ZX261122-0031】请您为《湘江边的大风筝》补充一点材料",
        Text = $"您好：\n<b>不是标签</b>\n\n在天元区拍的。{new string('长', 60)}\nhttps://www.example.org/{new string('a', 140)}", NoReceipt = null,
        Attachments = [new("湘江边的大风筝（原片，没有剪辑过）.mov", "video/quicktime", 48_000_000, true, true), new("说明.docx", "application/octet-stream", 20_000, false, false)],
        Authentication = "mx.mail.example; spf=pass smtp.mailfrom=reader.example; dkim=fail header.d=reader.example; dmarc=fail", Charsets = ["text gb2312 gb18030"],
        Warnings = ["truncated:湘江边的大风筝（原片，没有剪辑过）.mov", "archive:照片.zip", "films-not-taken"],
    };
}
